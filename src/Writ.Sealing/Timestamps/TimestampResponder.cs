using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Writ.Sealing.Cms;

namespace Writ.Sealing;

/// <summary>
/// A timestamp authority as a function: request, time and serial number in, response out. Made for development and tests;
/// a court wants an authority that is not the bureau itself.
/// </summary>
public sealed class TimestampResponder
{
    // RFC 3161, 2.4.2: PKIFailureInfo bits
    private const int BadAlgorithm = 0;
    private const int BadDataFormat = 5;
    private const int UnacceptedPolicy = 15;

    private readonly X509Certificate2 certificate;
    private readonly IReadOnlyList<X509Certificate2> chain;
    private readonly SealAlgorithm algorithm;
    private readonly string policy;

    /// <param name="certificate">With its private key; critical extended key usage timeStamping alone.</param>
    public TimestampResponder(X509Certificate2 certificate, IReadOnlyList<X509Certificate2> chain, string policy)
    {
        if (!certificate.HasPrivateKey)
            throw new ArgumentException("The certificate has no private key.", nameof(certificate));
        this.certificate = certificate;
        this.chain = chain;
        this.policy = policy;
        algorithm = SignatureScheme.For(certificate) ?? throw new ArgumentException("The key is neither P-256, P-384 nor RSA.", nameof(certificate));
    }

    /// <summary>Answers a DER request; a bad one gets a rejection, which is a valid response.</summary>
    public byte[] Answer(ReadOnlyMemory<byte> request, DateTimeOffset time, BigInteger serial)
    {
        TimestampQuery query;
        try
        {
            query = TimestampQuery.Parse(request);
        }
        catch (CmsFormatException)
        {
            return Reject(BadDataFormat);
        }
        if (query.Policy is not null && query.Policy != policy)
            return Reject(UnacceptedPolicy);
        if (query.Hash == HashAlgorithmName.SHA1)
            return Reject(BadAlgorithm);

        var writer = new AsnWriter(AsnEncodingRules.DER, 4096);
        writer.PushSequence();
        writer.PushSequence();
        writer.WriteInteger(0); // granted
        writer.PopSequence();
        writer.WriteEncodedValue(Token(query, time, serial));
        writer.PopSequence();
        return writer.Encode();
    }

    private byte[] Token(TimestampQuery query, DateTimeOffset time, BigInteger serial)
    {
        var info = Info(query, time, serial);
        var hash = algorithm.Hash();
        var attributes = SignedAttributes.Encode(ObjectIdentifiers.TstInfo, HashAlgorithms.Digest(hash, info), certificate, query.WantsCertificate ? chain : []);
        var digest = HashAlgorithms.Digest(hash, attributes);
        return SignedDataWriter.Write(ObjectIdentifiers.TstInfo, info, algorithm, certificate, query.WantsCertificate ? chain : [], query.WantsCertificate, attributes, PrivateKeySigning.Sign(certificate, algorithm, digest), default);
    }

    private byte[] Info(TimestampQuery query, DateTimeOffset time, BigInteger serial)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER, 256);
        writer.PushSequence();
        writer.WriteInteger(1);
        writer.WriteObjectIdentifier(policy);
        writer.PushSequence();
        SignatureScheme.WriteHashIdentifier(query.Hash, writer);
        writer.WriteOctetString(query.Imprint.Span);
        writer.PopSequence();
        writer.WriteInteger(serial);
        var whole = new DateTimeOffset(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerSecond, TimeSpan.Zero);
        writer.WriteGeneralizedTime(whole, omitFractionalSeconds: true);
        writer.PushSequence();
        writer.WriteInteger(1); // accurate to a second
        writer.PopSequence();
        if (!query.Nonce.IsEmpty)
            writer.WriteInteger(query.Nonce.Span);
        writer.PopSequence();
        return writer.Encode();
    }

    private static byte[] Reject(int failureBit)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER, 32);
        writer.PushSequence();
        writer.PushSequence();
        writer.WriteInteger(2); // rejection
        var octets = new byte[failureBit / 8 + 1];
        octets[failureBit / 8] = (byte)(0x80 >> (failureBit % 8));
        writer.WriteBitString(octets, 7 - failureBit % 8);
        writer.PopSequence();
        writer.PopSequence();
        return writer.Encode();
    }
}
