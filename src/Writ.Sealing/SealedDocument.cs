namespace Writ.Sealing;

/// <summary>A document with one revision more.</summary>
/// <param name="Bytes">The whole file.</param>
/// <param name="OriginalLength">How many of its first bytes are the document as it was handed in, untouched.</param>
public sealed record SealedDocument(ReadOnlyMemory<byte> Bytes, int OriginalLength);
