using System.Security.Cryptography;
using Writ.Sealing.Cms;
using Writ.Sealing.Placing;

namespace Writ.Sealing;

/// <summary>A seal with everything in place but the signature: the middle value between <see cref="Sealer.Prepare(Pdf.PdfFile, SealRequest)"/> and the finished document.</summary>
public sealed class PreparedSeal
{
    private readonly SignatureRoom room;
    private readonly ISealKey key;
    private readonly DateTimeOffset claimed;
    private readonly byte[] attributes;

    internal PreparedSeal(SignatureRoom room, ISealKey key, DateTimeOffset claimed)
    {
        this.room = room;
        this.key = key;
        this.claimed = claimed;
        var digest = room.Digest(key.Algorithm.Hash());
        ContentDigest = digest;
        attributes = SignedAttributes.Encode(ObjectIdentifiers.Data, digest, key.Certificate, key.Chain);
        DigestToSign = HashAlgorithms.Digest(key.Algorithm.Hash(), attributes);
    }

    /// <summary>Digest of the document's bytes around /Contents.</summary>
    public ReadOnlyMemory<byte> ContentDigest { get; }

    /// <summary>What <see cref="ISealKey.SignAsync"/> signs.</summary>
    public ReadOnlyMemory<byte> DigestToSign { get; }

    /// <summary>What <see cref="ITimestampAuthority.StampAsync"/> stamps for level B-T: the SHA-256 of the signature (EN 319 122-1, 5.3).</summary>
    public static byte[] DigestToStamp(ReadOnlySpan<byte> signature) => SHA256.HashData(signature);

    /// <summary>Puts signature and timestamp in place; refuses a signature the certificate does not verify and a timestamp of something else.</summary>
    /// <param name="timestamp">Null for B-B.</param>
    public SealOutcome<SealedDocument> Complete(ReadOnlyMemory<byte> signature, TimestampToken? timestamp)
    {
        if (!SealSignature.Verifies(key.Certificate, key.Algorithm, DigestToSign.Span, signature.Span))
            return SealProblem.CertificateKeyMismatch(key.Name);
        if (timestamp is not null && (timestamp.ImprintHash != HashAlgorithmName.SHA256 || !timestamp.Imprint.Span.SequenceEqual(SHA256.HashData(signature.Span))))
            return SealProblem.TimestampImprint(key.Name);

        var cms = SignedDataWriter.Write(ObjectIdentifiers.Data, null, key.Algorithm, key.Certificate, key.Chain, includeSigner: true, attributes, signature.Span, timestamp is null ? default : timestamp.Encoded.Span);
        if (cms.Length > room.Capacity)
            return SealProblem.SpaceTooSmall(cms.Length, room.Capacity);
        return room.Fill(cms, timestamp?.Time ?? claimed);
    }
}
