namespace Writ.Typesetting;

/// <summary>A finished line: its pieces stand, only the page is still open.</summary>
/// <param name="size">Size of the em box the base line is taken from.</param>
internal sealed class TextLine(double height, double size, double right, LineText[] texts, LineObject[] objects, LineRule[] rules)
{
    // The em box of Chinese faces reaches 0.88 em above the base line and 0.12 em below; Latin faces are set to the same line.
    private const double EmAscent = 0.88;

    internal double Height { get; } = height;

    internal double Size { get; } = size;

    /// <summary>Where the visible part ends, from the line's left edge.</summary>
    internal double Right { get; } = right;

    /// <summary>Paints it with its box at (x, top). The em box stands in the middle of the line's height.</summary>
    internal void Paint(PageCanvas canvas, double x, double top)
    {
        double emTop = top + (Height - Size) / 2;
        double baseline = emTop + EmAscent * Size;
        int text = 0;
        int thing = 0;
        // Left to right, so that paint order is reading order.
        while (text < texts.Length || thing < objects.Length)
        {
            bool isText = thing == objects.Length || (text < texts.Length && texts[text].X <= objects[thing].X);
            if (isText)
            {
                LineText piece = texts[text++];
                canvas.Text(piece, x + piece.X, baseline);
            }
            else
            {
                LineObject place = objects[thing++];
                place.Object.Paint(canvas, x + place.X, emTop, Size);
            }
        }
        foreach (LineRule rule in rules)
            canvas.Rule(x + rule.X1, baseline + rule.Y, x + rule.X2, baseline + rule.Y, rule.Width, rule.Color);
    }
}
