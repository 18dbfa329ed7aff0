namespace Writ.Pdf;

/// <summary>A whole number (ISO 32000-2, 7.3.3). Numbers beyond 64 bits are refused by the reader.</summary>
public sealed record PdfInteger(long Value) : PdfObject;
