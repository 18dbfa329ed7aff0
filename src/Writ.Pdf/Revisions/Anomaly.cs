namespace Writ.Pdf;

/// <summary>Something in the bytes of a file that is not as the standard wants it; nothing is mended silently.</summary>
/// <param name="Number">The object concerned, or 0.</param>
public sealed record Anomaly(AnomalyKind Kind, int Offset, int Number, string Message);
