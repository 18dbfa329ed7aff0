using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Writ.Sealing.Cms;

namespace Writ.Sealing;

/// <summary>An OCSP responder as a function, for development and tests: request, time and the list of revoked serials in, response out.</summary>
public sealed class OcspResponder
{
    private readonly X509Certificate2 issuer;
    private readonly X509Certificate2 responder;
    private readonly SealAlgorithm algorithm;

    /// <param name="issuer">Whose certificates are asked about.</param>
    /// <param name="responder">With its private key: the issuer itself, or its delegate.</param>
    public OcspResponder(X509Certificate2 issuer, X509Certificate2 responder)
    {
        if (!responder.HasPrivateKey)
            throw new ArgumentException("The certificate has no private key.", nameof(responder));
        this.issuer = issuer;
        this.responder = responder;
        algorithm = SignatureScheme.For(responder) ?? throw new ArgumentException("The key is neither P-256, P-384 nor RSA.", nameof(responder));
    }

    /// <param name="revokedAt">When a serial number (big-endian octets) was revoked; null when it was not.</param>
    public byte[] Answer(ReadOnlyMemory<byte> request, Func<ReadOnlyMemory<byte>, DateTimeOffset?> revokedAt, DateTimeOffset now, TimeSpan validity)
    {
        IReadOnlyList<OcspCertificateId> ids;
        ReadOnlyMemory<byte> nonce;
        try
        {
            (ids, nonce) = OcspQuery.Parse(request);
        }
        catch (CmsFormatException)
        {
            return Refuse(1); // malformedRequest
        }
        if (ids.Count == 0 || nonce.Length > 32)
            return Refuse(1);

        var data = Data(ids, nonce, revokedAt, Whole(now), Whole(now + validity));
        var basic = new AsnWriter(AsnEncodingRules.DER, 2048);
        basic.PushSequence();
        basic.WriteEncodedValue(data);
        algorithm.WriteIdentifier(basic);
        basic.WriteBitString(PrivateKeySigning.Sign(responder, algorithm, HashAlgorithms.Digest(algorithm.Hash(), data)));
        var context0 = new Asn1Tag(TagClass.ContextSpecific, 0);
        basic.PushSequence(context0);
        basic.PushSequence();
        basic.WriteEncodedValue(responder.RawDataMemory.Span);
        basic.PopSequence();
        basic.PopSequence(context0);
        basic.PopSequence();

        var writer = new AsnWriter(AsnEncodingRules.DER, 2048);
        writer.PushSequence();
        writer.WriteEnumeratedValue(OcspStatus.Successful);
        writer.PushSequence(context0);
        writer.PushSequence();
        writer.WriteObjectIdentifier(ObjectIdentifiers.OcspBasic);
        writer.WriteOctetString(basic.Encode());
        writer.PopSequence();
        writer.PopSequence(context0);
        writer.PopSequence();
        return writer.Encode();
    }

    private enum OcspStatus
    {
        Successful = 0,
        MalformedRequest = 1,
    }

    private byte[] Data(IReadOnlyList<OcspCertificateId> ids, ReadOnlyMemory<byte> nonce, Func<ReadOnlyMemory<byte>, DateTimeOffset?> revokedAt, DateTimeOffset now, DateTimeOffset next)
    {
        var context0 = new Asn1Tag(TagClass.ContextSpecific, 0);
        var context1 = new Asn1Tag(TagClass.ContextSpecific, 1);
        var context2 = new Asn1Tag(TagClass.ContextSpecific, 2);
        var writer = new AsnWriter(AsnEncodingRules.DER, 1024);
        writer.PushSequence();
        writer.PushSequence(context2);
        writer.WriteOctetString(SHA1.HashData(responder.PublicKey.EncodedKeyValue.RawData)); // RFC 6960, 4.2.1: KeyHash is SHA-1
        writer.PopSequence(context2);
        writer.WriteGeneralizedTime(now, omitFractionalSeconds: true);
        writer.PushSequence();
        foreach (var id in ids)
        {
            writer.PushSequence();
            id.Write(writer);
            if (!id.IsIssuedBy(issuer))
            {
                writer.WriteNull(context2); // unknown
            }
            else if (revokedAt(id.Serial) is { } since)
            {
                writer.PushSequence(context1);
                writer.WriteGeneralizedTime(Whole(since), omitFractionalSeconds: true);
                writer.PopSequence(context1);
            }
            else
            {
                writer.WriteNull(context0); // good
            }
            writer.WriteGeneralizedTime(now, omitFractionalSeconds: true);
            writer.PushSequence(context0);
            writer.WriteGeneralizedTime(next, omitFractionalSeconds: true);
            writer.PopSequence(context0);
            writer.PopSequence();
        }
        writer.PopSequence();
        if (!nonce.IsEmpty)
        {
            writer.PushSequence(context1);
            writer.PushSequence();
            OcspNonce.Write(writer, nonce.Span);
            writer.PopSequence();
            writer.PopSequence(context1);
        }
        writer.PopSequence();
        return writer.Encode();
    }

    private static byte[] Refuse(int status)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER, 16);
        writer.PushSequence();
        writer.WriteEnumeratedValue((OcspStatus)status);
        writer.PopSequence();
        return writer.Encode();
    }

    private static DateTimeOffset Whole(DateTimeOffset time) => new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerSecond, TimeSpan.Zero);
}
