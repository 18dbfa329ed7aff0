namespace Writ.Typesetting;

/// <summary>A horizontal rule (hr).</summary>
internal sealed class RuleStrip(double width, Border border) : Strip
{
    internal override double Height => border.Width;

    internal override void Paint(PageCanvas canvas, double x, double top, bool isFirst)
    {
        if (border.Width > 0)
            canvas.Rule(x + Left, top + border.Width / 2, x + Left + width, top + border.Width / 2, border.Width, border.Color);
    }
}
