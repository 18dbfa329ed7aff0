namespace Writ.Pdf;

/// <summary>An indirect reference (ISO 32000-2, 7.3.10).</summary>
public sealed record PdfReference(int Number, int Generation = 0) : PdfObject;
