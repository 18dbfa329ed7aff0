namespace Writ.Sealing;

/// <summary>A document with one revision more, or several of one act.</summary>
/// <param name="Bytes">The whole file.</param>
/// <param name="OriginalLength">How many of its first bytes are the document as it was handed in, untouched.</param>
/// <param name="Revisions">How many revisions it has now.</param>
/// <param name="SealTimes">Times of the seals and document timestamps that were added, in order: proven by their timestamps, else claimed.</param>
public sealed record SealedDocument(ReadOnlyMemory<byte> Bytes, int OriginalLength, int Revisions, IReadOnlyList<DateTimeOffset> SealTimes);
