using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Writ.Sealing.Cms;

/// <summary>Why a signer's work does not hold; <see cref="None"/> means it does.</summary>
internal enum SignerFault
{
    None,
    CertificateMissing,
    CertificateMalformed,
    DigestUnsupported,
    ContentTypeWrong,
    MessageDigestMissing,
    MessageDigestWrong,
    SignedAttributesMissing,
    SigningCertificateMissing,
    SigningCertificateWrong,
    SignatureUnsupported,
    SignatureWrong,
    AttributeRepeated,
}

/// <param name="Certificate">The signer's certificate, when it was found.</param>
/// <param name="Hash">The digest algorithm of the signer, when known.</param>
internal sealed record SignerCheckResult(SignerFault Fault, X509Certificate2? Certificate, HashAlgorithmName? Hash, bool HasSigningCertificate)
{
    public bool Holds => Fault == SignerFault.None;
}

/// <summary>Holds a signer against the content it claims to have signed. Trust is another question.</summary>
internal static class SignerCheck
{
    /// <param name="digestOf">Gives the digest of the content under a hash.</param>
    /// <param name="extra">Certificates to look in besides those of the structure.</param>
    /// <param name="requireSigningCertificate">True where the profile demands the ESS attribute (PAdES, RFC 3161).</param>
    public static SignerCheckResult Check(
        SignedData data,
        Func<HashAlgorithmName, byte[]> digestOf,
        IEnumerable<X509Certificate2> extra,
        bool requireSigningCertificate)
    {
        var signer = data.Signer;
        X509Certificate2? certificate = null;
        HashAlgorithmName? hash = null;
        var hasEss = false;
        SignerCheckResult Result(SignerFault fault) => new(fault, certificate, hash, hasEss);

        if (!TryFindCertificate(data, extra, out certificate, out var malformed))
            return Result(malformed ? SignerFault.CertificateMalformed : SignerFault.CertificateMissing);

        hash = HashAlgorithms.Named(signer.DigestAlgorithm.Oid);
        if (hash is not { } known || !data.DigestAlgorithms.Any(a => a.Oid == signer.DigestAlgorithm.Oid && a.HasNoParameters)) // RFC 5652, 5.3
            return Result(SignerFault.DigestUnsupported);

        var contentDigest = digestOf(known);
        if (signer.SignedAttributesElement.IsEmpty)
        {
            if (requireSigningCertificate)
                return Result(SignerFault.SignedAttributesMissing);
            return Result(Fault(PublicKeyCheck.OfDigest(certificate, signer.SignatureAlgorithm, known, contentDigest, signer.Signature.Span)));
        }

        try
        {
            if (signer.Single(ObjectIdentifiers.ContentType) is not { } contentType || ReadOid(contentType) != data.ContentType)
                return Result(SignerFault.ContentTypeWrong); // RFC 5652, 11.1
            if (signer.Single(ObjectIdentifiers.MessageDigest) is not { } messageDigest)
                return Result(SignerFault.MessageDigestMissing);
            if (!CryptographicOperations.FixedTimeEquals(ReadOctets(messageDigest).Span, contentDigest))
                return Result(SignerFault.MessageDigestWrong); // RFC 5652, 11.2
            var ess = EssMatches(signer, certificate);
            hasEss = ess is not null;
            if (ess is false)
                return Result(SignerFault.SigningCertificateWrong);
            if (ess is null && requireSigningCertificate)
                return Result(SignerFault.SigningCertificateMissing);
        }
        catch (CmsFormatException)
        {
            return Result(SignerFault.AttributeRepeated);
        }

        var verdict = OverAttributes(certificate, signer, known, signer.AttributesToVerify());
        if (verdict == PublicKeyVerdict.Wrong)
            verdict = OverAttributes(certificate, signer, known, signer.AttributesAsWritten());
        return Result(Fault(verdict));
    }

    /// <summary>The certificate the signer names, or null.</summary>
    public static X509Certificate2? FindCertificate(SignedData data, IEnumerable<X509Certificate2> extra) =>
        TryFindCertificate(data, extra, out var found, out _) ? found : null;

    private static PublicKeyVerdict OverAttributes(X509Certificate2 certificate, SignerInfo signer, HashAlgorithmName hash, byte[] attributes) =>
        PublicKeyCheck.OfAttributes(certificate, signer.SignatureAlgorithm, hash, attributes, signer.Signature.Span);

    private static SignerFault Fault(PublicKeyVerdict verdict) => verdict switch
    {
        PublicKeyVerdict.Verified => SignerFault.None,
        PublicKeyVerdict.Wrong => SignerFault.SignatureWrong,
        _ => SignerFault.SignatureUnsupported,
    };

    /// <summary>The certificate is the one the signer names, never simply the first.</summary>
    private static bool TryFindCertificate(SignedData data, IEnumerable<X509Certificate2> extra, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out X509Certificate2? found, out bool malformed)
    {
        malformed = false;
        foreach (var encoded in data.Certificates)
        {
            var candidate = CertificateBytes.TryLoad(encoded);
            malformed |= candidate is null;
            if (candidate is not null && Names(data.Signer, candidate))
            {
                found = candidate;
                return true;
            }
        }
        found = extra.FirstOrDefault(c => Names(data.Signer, c));
        return found is not null;
    }

    private static bool Names(SignerInfo signer, X509Certificate2 candidate)
    {
        if (signer.KeyIdentifier.IsEmpty)
            return candidate.SerialNumberBytes.Span.SequenceEqual(signer.Serial.Span) && IsSameName(candidate.IssuerName, signer.Issuer.Span);
        var identifier = candidate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().FirstOrDefault();
        return identifier is not null && identifier.SubjectKeyIdentifierBytes.Span.SequenceEqual(signer.KeyIdentifier.Span);
    }

    // RFC 5280, 7.1: the same name may be written with strings of another kind, in other cases.
    private static bool IsSameName(X500DistinguishedName name, ReadOnlySpan<byte> encoded)
    {
        if (name.RawData.AsSpan().SequenceEqual(encoded))
            return true;
        try
        {
            return string.Equals(name.Name, new X500DistinguishedName(encoded).Name, StringComparison.OrdinalIgnoreCase);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    // RFC 5035, 5.4: the first certificate identifier is the signer's; null when no attribute is there
    private static bool? EssMatches(SignerInfo signer, X509Certificate2 certificate)
    {
        bool? answer = null;
        if (signer.Single(ObjectIdentifiers.SigningCertificateV2) is { } second)
        {
            var identifiers = new DerCursor(second, AsnEncodingRules.BER).ReadSequence().ReadSequence();
            var first = identifiers.ReadSequence();
            HashAlgorithmName? hash = HashAlgorithmName.SHA256;
            if (first.NextIs(Asn1Tag.Sequence))
                hash = HashAlgorithms.Named(AlgorithmIdentifier.Read(ref first).Oid);
            answer = hash is { } known && first.ReadOctets().Span.SequenceEqual(HashAlgorithms.Digest(known, certificate.RawDataMemory.Span));
        }
        if (answer is not false && signer.Single(ObjectIdentifiers.SigningCertificate) is { } old)
        {
            var first = new DerCursor(old, AsnEncodingRules.BER).ReadSequence().ReadSequence().ReadSequence();
            answer = first.ReadOctets().Span.SequenceEqual(HashAlgorithms.Digest(HashAlgorithmName.SHA1, certificate.RawDataMemory.Span)); // RFC 2634, 5.4: SHA-1 is part of the format
        }
        return answer;
    }

    private static string ReadOid(ReadOnlyMemory<byte> element) => new DerCursor(element, AsnEncodingRules.BER).ReadOid();

    private static ReadOnlyMemory<byte> ReadOctets(ReadOnlyMemory<byte> element) => new DerCursor(element, AsnEncodingRules.BER).ReadOctets();
}
