using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace Writ.Sealing.Cms;

/// <summary>Writes the ContentInfo of a SignedData with one signer (RFC 5652, 5), from pieces already computed.</summary>
internal static class SignedDataWriter
{
    private static readonly Asn1Tag Context0 = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag Context1 = new(TagClass.ContextSpecific, 1);

    /// <param name="content">Encapsulated content, or null for a detached signature.</param>
    /// <param name="signedAttributes">As <see cref="SignedAttributes.Encode"/> gave it.</param>
    /// <param name="timestamp">Signature timestamp token, placed as unsigned attribute.</param>
    public static byte[] Write(
        string contentType,
        ReadOnlyMemory<byte>? content,
        SealAlgorithm algorithm,
        X509Certificate2 signer,
        IReadOnlyList<X509Certificate2> chain,
        bool includeSigner,
        ReadOnlySpan<byte> signedAttributes,
        ReadOnlySpan<byte> signature,
        ReadOnlySpan<byte> timestamp)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER, initialCapacity: 4096);
        writer.PushSequence();
        writer.WriteObjectIdentifier(ObjectIdentifiers.SignedData);
        writer.PushSequence(Context0);
        writer.PushSequence();

        writer.WriteInteger(contentType == ObjectIdentifiers.Data ? 1 : 3); // RFC 5652, 5.1
        writer.PushSetOf();
        SignatureScheme.WriteHashIdentifier(algorithm.Hash(), writer);
        writer.PopSetOf();

        writer.PushSequence();
        writer.WriteObjectIdentifier(contentType);
        if (content is { } inner)
        {
            writer.PushSequence(Context0);
            writer.WriteOctetString(inner.Span);
            writer.PopSequence(Context0);
        }
        writer.PopSequence();

        if (includeSigner || chain.Count > 0)
        {
            writer.PushSetOf(Context0);
            if (includeSigner)
                writer.WriteEncodedValue(signer.RawDataMemory.Span);
            foreach (var certificate in chain)
                writer.WriteEncodedValue(certificate.RawDataMemory.Span);
            writer.PopSetOf(Context0);
        }

        writer.PushSetOf();
        WriteSigner(writer, algorithm, signer, signedAttributes, signature, timestamp);
        writer.PopSetOf();

        writer.PopSequence();
        writer.PopSequence(Context0);
        writer.PopSequence();
        return writer.Encode();
    }

    private static void WriteSigner(
        AsnWriter writer,
        SealAlgorithm algorithm,
        X509Certificate2 signer,
        ReadOnlySpan<byte> signedAttributes,
        ReadOnlySpan<byte> signature,
        ReadOnlySpan<byte> timestamp)
    {
        writer.PushSequence();
        writer.WriteInteger(1); // issuerAndSerialNumber
        writer.PushSequence();
        writer.WriteEncodedValue(signer.IssuerName.RawData);
        writer.WriteInteger(signer.SerialNumberBytes.Span);
        writer.PopSequence();
        SignatureScheme.WriteHashIdentifier(algorithm.Hash(), writer);

        // RFC 5652, 5.4: hashed as SET OF, written as [0] IMPLICIT; only the tag differs, and members are already sorted
        AsnDecoder.ReadSetOf(signedAttributes, AsnEncodingRules.DER, out var contentOffset, out var contentLength, out _);
        writer.PushSetOf(Context0);
        var members = signedAttributes.Slice(contentOffset, contentLength);
        while (!members.IsEmpty)
        {
            AsnDecoder.ReadEncodedValue(members, AsnEncodingRules.DER, out _, out _, out var consumed);
            writer.WriteEncodedValue(members[..consumed]);
            members = members[consumed..];
        }
        writer.PopSetOf(Context0);

        algorithm.WriteIdentifier(writer);
        writer.WriteOctetString(signature);

        if (!timestamp.IsEmpty)
        {
            writer.PushSetOf(Context1);
            writer.PushSequence();
            writer.WriteObjectIdentifier(ObjectIdentifiers.SignatureTimestamp);
            writer.PushSetOf();
            writer.WriteEncodedValue(timestamp);
            writer.PopSetOf();
            writer.PopSequence();
            writer.PopSetOf(Context1);
        }
        writer.PopSequence();
    }
}
