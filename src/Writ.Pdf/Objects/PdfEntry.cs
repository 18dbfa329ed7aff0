namespace Writ.Pdf;

/// <summary>One entry of a dictionary. <see cref="ValueSpan"/> is the exact token or tokens of the value in the file it was read from.</summary>
public readonly record struct PdfEntry(string Key, PdfObject Value, PdfSpan ValueSpan);
