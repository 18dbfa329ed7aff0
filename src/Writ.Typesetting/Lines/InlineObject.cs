namespace Writ.Typesetting;

/// <summary>Something that stands in a line like a character: fill, check box, slot, picture, code, page number.</summary>
internal abstract class InlineObject(double width, double height, int tag)
{
    internal double Width { get; } = width;

    internal double Height { get; } = height;

    internal int Tag { get; } = tag;

    /// <summary>Paints it with its left edge at x, the line's em box reaching from emTop down to emTop + size.</summary>
    internal abstract void Paint(PageCanvas canvas, double x, double emTop, double size);

    /// <summary>How far it reaches above and below the em box.</summary>
    internal virtual double Overhang(double size) => Math.Max(0, (Height - size) / 2);
}
