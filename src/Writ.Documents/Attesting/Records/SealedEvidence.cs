namespace Writ.Documents;

/// <summary>The act as it was captured, encrypted to the bureau's evidence certificate: only whoever holds its key reads strokes, prints and full numbers.</summary>
/// <param name="Envelope">CMS EnvelopedData (RFC 5652, 6), DER.</param>
/// <param name="PlainSha256">Digest of what is inside, lower-case hexadecimal.</param>
/// <param name="Recipient">Subject of the certificate it is encrypted to.</param>
public sealed record SealedEvidence(ReadOnlyMemory<byte> Envelope, string PlainSha256, string Recipient);
