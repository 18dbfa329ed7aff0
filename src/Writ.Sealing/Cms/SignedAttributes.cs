using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Writ.Sealing.Cms;

/// <summary>The attributes a signer signs: content type, message digest, and which certificate it is (ESS v2).</summary>
internal static class SignedAttributes
{
    /// <summary>
    /// The DER SET OF that is hashed and signed. ETSI EN 319 142-1, 6.3: no signing-time attribute; time is in /M and in the timestamp.
    /// </summary>
    /// <param name="chain">Certificates that will stand beside the signer's; naming them too binds their bytes (RFC 5035, 5.4).</param>
    public static byte[] Encode(string contentType, ReadOnlySpan<byte> contentDigest, X509Certificate2 signer, IReadOnlyList<X509Certificate2>? chain = null)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER, initialCapacity: 256);
        writer.PushSetOf(); // sorts on closing, as DER wants (X.690, 11.6)

        writer.PushSequence();
        writer.WriteObjectIdentifier(ObjectIdentifiers.ContentType);
        writer.PushSetOf();
        writer.WriteObjectIdentifier(contentType);
        writer.PopSetOf();
        writer.PopSequence();

        writer.PushSequence();
        writer.WriteObjectIdentifier(ObjectIdentifiers.MessageDigest);
        writer.PushSetOf();
        writer.WriteOctetString(contentDigest);
        writer.PopSetOf();
        writer.PopSequence();

        // RFC 5035, 3: SigningCertificateV2 { certs { { certHash }… } }, the signer's first; hashAlgorithm SHA-256 is the DEFAULT and must be left out
        writer.PushSequence();
        writer.WriteObjectIdentifier(ObjectIdentifiers.SigningCertificateV2);
        writer.PushSetOf();
        writer.PushSequence();
        writer.PushSequence();
        WriteIdentifier(writer, signer);
        foreach (var certificate in chain ?? [])
            WriteIdentifier(writer, certificate);
        writer.PopSequence();
        writer.PopSequence();
        writer.PopSetOf();
        writer.PopSequence();

        writer.PopSetOf();
        return writer.Encode();
    }

    private static void WriteIdentifier(AsnWriter writer, X509Certificate2 certificate)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(certificate.RawDataMemory.Span, hash);
        writer.PushSequence();
        writer.WriteOctetString(hash);
        writer.PopSequence();
    }
}
