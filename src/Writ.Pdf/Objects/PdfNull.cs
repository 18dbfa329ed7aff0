namespace Writ.Pdf;

/// <summary>The null object; a dictionary entry with this value is equivalent to an absent one (ISO 32000-2, 7.3.9).</summary>
public sealed record PdfNull : PdfObject
{
    private PdfNull() { }

    public static readonly PdfNull Instance = new();
}
