namespace Writ.Pdf;

/// <summary>A breach of ISO 19005-3 (PDF/A-3a) or ISO 14289-1 (PDF/UA-1) noticed while writing.</summary>
/// <param name="Clause">As "ISO 14289-1, 7.3".</param>
/// <param name="Location">What the caller said he was writing: see <see cref="ConformanceLog.At"/>.</param>
public sealed record Violation(string Clause, string Message, object? Location);
