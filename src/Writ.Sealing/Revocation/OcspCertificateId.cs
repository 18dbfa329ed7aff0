using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Writ.Sealing.Cms;

namespace Writ.Sealing;

/// <summary>How OCSP names a certificate: hashes of its issuer's name and key, and its serial number (RFC 6960, 4.1.1).</summary>
internal sealed record OcspCertificateId(string HashOid, ReadOnlyMemory<byte> IssuerNameHash, ReadOnlyMemory<byte> IssuerKeyHash, ReadOnlyMemory<byte> Serial)
{
    /// <summary>With SHA-1, because many responders know nothing else; it names, it does not protect.</summary>
    public static OcspCertificateId Of(X509Certificate2 certificate, X509Certificate2 issuer, HashAlgorithmName? hash = null)
    {
        var used = hash ?? HashAlgorithmName.SHA1;
        return new OcspCertificateId(HashAlgorithms.Oid(used), HashAlgorithms.Digest(used, issuer.SubjectName.RawData), HashAlgorithms.Digest(used, issuer.PublicKey.EncodedKeyValue.RawData), certificate.SerialNumberBytes);
    }

    public static OcspCertificateId Read(ref DerCursor cursor)
    {
        var id = cursor.ReadSequence();
        var hash = AlgorithmIdentifier.Read(ref id);
        var name = id.ReadOctets();
        var key = id.ReadOctets();
        var serial = id.ReadIntegerBytes();
        id.EnsureEnd("CertID");
        return new OcspCertificateId(hash.Oid, name, key, serial);
    }

    public void Write(AsnWriter writer)
    {
        writer.PushSequence();
        writer.PushSequence();
        writer.WriteObjectIdentifier(HashOid);
        if (HashOid == ObjectIdentifiers.Sha1)
            writer.WriteNull();
        writer.PopSequence();
        writer.WriteOctetString(IssuerNameHash.Span);
        writer.WriteOctetString(IssuerKeyHash.Span);
        writer.WriteInteger(Serial.Span);
        writer.PopSequence();
    }

    public bool IsIssuedBy(X509Certificate2 issuer) =>
        HashAlgorithms.Named(HashOid) is { } hash
        && IssuerNameHash.Span.SequenceEqual(HashAlgorithms.Digest(hash, issuer.SubjectName.RawData))
        && IssuerKeyHash.Span.SequenceEqual(HashAlgorithms.Digest(hash, issuer.PublicKey.EncodedKeyValue.RawData));

    public bool Names(X509Certificate2 certificate, X509Certificate2 issuer) =>
        Serial.Span.SequenceEqual(certificate.SerialNumberBytes.Span) && IsIssuedBy(issuer);
}
