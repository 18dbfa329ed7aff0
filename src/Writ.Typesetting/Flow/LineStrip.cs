namespace Writ.Typesetting;

/// <summary>One line of a paragraph.</summary>
internal sealed class LineStrip(TextLine line) : Strip
{
    internal override double Height => line.Height;

    internal override void Paint(PageCanvas canvas, double x, double top, bool isFirst) => line.Paint(canvas, x + Left, top);
}
