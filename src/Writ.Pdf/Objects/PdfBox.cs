namespace Writ.Pdf;

/// <summary>A rectangle in points, origin at the lower left of the page (ISO 32000-2, 7.9.5).</summary>
public readonly record struct PdfBox(double Left, double Bottom, double Right, double Top)
{
    public double Width => Right - Left;
    public double Height => Top - Bottom;

    public PdfArray ToArray() => PdfArray.Numbers(Left, Bottom, Right, Top);
}
