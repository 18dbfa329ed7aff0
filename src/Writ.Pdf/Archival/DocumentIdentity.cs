namespace Writ.Pdf;

/// <summary>Who a document is: what its XMP metadata and catalog say.</summary>
/// <param name="Language">BCP 47, as "zh-CN".</param>
/// <param name="Writ">What only a writ has, or null for other documents, such as a report.</param>
public sealed record DocumentIdentity(string Title, string Language, DateTimeOffset Created, string Producer, string? Creator = null, string? Description = null, WritIdentity? Writ = null);
