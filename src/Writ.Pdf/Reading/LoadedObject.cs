namespace Writ.Pdf;

/// <summary>An indirect object as it stands at one place, with what was wrong there.</summary>
/// <param name="Span">From its number to the end of endobj; none in an object stream.</param>
internal sealed record LoadedObject(int Number, int Generation, PdfObject Value, PdfSpan Span, IReadOnlyList<Anomaly> Anomalies);
