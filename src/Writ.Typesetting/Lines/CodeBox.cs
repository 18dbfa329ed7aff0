namespace Writ.Typesetting;

/// <summary>A QR code's square in a line.</summary>
internal sealed class CodeBox(string value, double side, int tag) : InlineObject(side, side, tag)
{
    internal override void Paint(PageCanvas canvas, double x, double emTop, double size) =>
        canvas.Code(value, x, emTop + size / 2 - Height / 2, Height, Tag);
}
