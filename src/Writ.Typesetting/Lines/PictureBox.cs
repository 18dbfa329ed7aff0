namespace Writ.Typesetting;

/// <summary>An image in a line, its lower edge on the em box's lower edge when it is the taller.</summary>
internal sealed class PictureBox(string source, ReadOnlyMemory<byte> file, double width, double height, int tag) : InlineObject(width, height, tag)
{
    internal override void Paint(PageCanvas canvas, double x, double emTop, double size) =>
        canvas.Picture(source, file, x, emTop + size / 2 - Height / 2, Width, Height, Tag);
}
