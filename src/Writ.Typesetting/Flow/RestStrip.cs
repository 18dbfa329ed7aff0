namespace Writ.Typesetting;

/// <summary>以下空白: the words, then a stroke across whatever the page has left. It fills its page, and a page without room for it needs none.</summary>
internal sealed class RestStrip(TextLine[] lines, double width, double pitch) : Strip
{
    private const double StrokeWidth = 0.75;

    internal override double Height { get; } = lines.Sum(line => line.Height);

    internal override void Paint(PageCanvas canvas, double x, double top, bool isFirst)
    {
        double y = top;
        foreach (TextLine line in lines)
        {
            line.Paint(canvas, x + Left, y);
            y += line.Height;
        }
        // From the upper right to the lower left, as a clerk strikes out what is left blank.
        if (canvas.BodyBottom - y > pitch)
            canvas.Rule(x + Left + width, y + pitch / 2, x + Left, canvas.BodyBottom, StrokeWidth, Tint.Black);
    }
}
