namespace Writ.Pdf;

/// <summary>A terminal field, by its full name (ISO 32000-2, 12.7.4.2).</summary>
public sealed record PlacedField(string Name, PdfReference Reference, PdfDictionary Dictionary, bool IsSignature)
{
    public bool IsFilled => Dictionary.Has("V");

    public PdfBox Box => Dictionary["Rect"] is PdfArray { Count: 4 } rect
        ? new PdfBox(Coordinate(rect[0]), Coordinate(rect[1]), Coordinate(rect[2]), Coordinate(rect[3]))
        : default;

    private static double Coordinate(PdfObject value) => value switch
    {
        PdfInteger integer => integer.Value,
        PdfReal real => real.Value,
        _ => 0,
    };
}
