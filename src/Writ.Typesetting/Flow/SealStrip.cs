namespace Writ.Typesetting;

/// <summary>The sign-off lines, each centred on one axis, and the seal's place over them. GB/T 9704-2012, 7.3.5.1.</summary>
internal sealed class SealStrip(string name, TextLine[] lines, double axis, double diameterX, double diameterY, int tag) : Strip
{
    // 居印章中心偏下: the lines' middle lies this share of the height below the seal's centre.
    private const double Below = 0.07;
    private readonly double linesHeight = lines.Sum(line => line.Height);

    internal override double Height => linesHeight;

    /// <summary>Room the impression needs above the first line, so that it covers no text.</summary>
    internal double Above => Math.Max(0, diameterY / 2 + Below * diameterY - linesHeight / 2);

    internal double Beneath => Math.Max(0, diameterY / 2 - Below * diameterY - linesHeight / 2);

    internal override void Paint(PageCanvas canvas, double x, double top, bool isFirst)
    {
        double y = top;
        foreach (TextLine line in lines)
        {
            line.Paint(canvas, x + Left + axis - line.Right / 2, y);
            y += line.Height;
        }
        double centre = top + linesHeight / 2 - Below * diameterY;
        canvas.Seal(name, 0, 1, x + Left + axis - diameterX / 2, centre - diameterY / 2, diameterX, diameterY, tag);
    }
}
