using System.Formats.Asn1;
using System.Security.Cryptography;
using Writ.Sealing.Cms;

namespace Writ.Sealing;

/// <summary>A question to a timestamp authority (RFC 3161, 2.4.1).</summary>
/// <param name="Nonce">Unsigned big-endian octets from a cryptographic generator; empty for none.</param>
public sealed record TimestampQuery(HashAlgorithmName Hash, ReadOnlyMemory<byte> Imprint, ReadOnlyMemory<byte> Nonce, bool WantsCertificate = true, string? Policy = null)
{
    public const string MediaType = "application/timestamp-query";
    private const int MaxNonce = 64;

    public byte[] Encode()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER, 128);
        writer.PushSequence();
        writer.WriteInteger(1);
        writer.PushSequence();
        writer.PushSequence();
        writer.WriteObjectIdentifier(HashAlgorithms.Oid(Hash));
        writer.WriteNull(); // RFC 3161 authorities of old expect the NULL
        writer.PopSequence();
        writer.WriteOctetString(Imprint.Span);
        writer.PopSequence();
        if (Policy is not null)
            writer.WriteObjectIdentifier(Policy);
        if (!Nonce.IsEmpty)
            writer.WriteIntegerUnsigned(Trimmed(Nonce.Span));
        if (WantsCertificate)
            writer.WriteBoolean(true); // DEFAULT FALSE
        writer.PopSequence();
        return writer.Encode();
    }

    /// <exception cref="CmsFormatException">Not a request, or one with a hash this room does not know.</exception>
    public static TimestampQuery Parse(ReadOnlyMemory<byte> bytes)
    {
        var outer = new DerCursor(bytes);
        var request = outer.ReadSequence();
        outer.EnsureEnd("TimeStampReq");
        if (request.ReadSmallInteger() != 1)
            throw new CmsFormatException(request.Offset, "TimeStampReq version is not 1");
        var imprint = request.ReadSequence();
        var algorithm = AlgorithmIdentifier.Read(ref imprint);
        var digest = imprint.ReadOctets();
        imprint.EnsureEnd("MessageImprint");
        if (HashAlgorithms.Named(algorithm.Oid) is not { } hash || hash == HashAlgorithmName.SHA1)
            throw new CmsFormatException(imprint.Offset, $"The hash {algorithm.Oid} is not accepted");
        if (digest.Length != HashAlgorithms.Size(hash))
            throw new CmsFormatException(imprint.Offset, "The imprint has another length than its hash");
        var policy = request.NextIs(Asn1Tag.ObjectIdentifier) ? request.ReadOid() : null;
        ReadOnlyMemory<byte> nonce = default;
        if (request.NextIs(Asn1Tag.Integer))
            nonce = request.ReadIntegerBytes();
        if (nonce.Length > MaxNonce)
            throw new CmsFormatException(request.Offset, "The nonce is too long");
        var wants = request.NextIs(Asn1Tag.Boolean) && request.ReadBoolean();
        if (request.NextIs(DerCursor.Context(0)))
            throw new CmsFormatException(request.Offset, "Extensions are not accepted"); // RFC 3161, 2.4.2: unacceptedExtension
        request.EnsureEnd("TimeStampReq");
        return new TimestampQuery(hash, digest, nonce, wants, policy);
    }

    /// <summary>True when a token's INTEGER is this nonce.</summary>
    internal bool NonceMatches(ReadOnlySpan<byte> integer) => Trimmed(Nonce.Span).SequenceEqual(Trimmed(integer)) && !integer.IsEmpty == !Nonce.IsEmpty;

    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> octets)
    {
        while (octets.Length > 1 && octets[0] == 0)
            octets = octets[1..];
        return octets;
    }
}
