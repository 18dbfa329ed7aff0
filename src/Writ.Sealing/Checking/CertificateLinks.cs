using System.Security.Cryptography.X509Certificates;
using Writ.Sealing.Certificates;
using Writ.Sealing.Cms;

namespace Writ.Sealing.Checking;

/// <summary>Whether the certificates beside a signer belong to its path and are unaltered, as far as their issuers are known; trust is another question.</summary>
internal static class CertificateLinks
{
    public static bool Hold(X509Certificate2 signer, SignedData data, TrustAnchors trust)
    {
        var certificates = CertificateBytes.LoadAll(data.Certificates);
        if (certificates.Count != data.Certificates.Count)
            return false;
        var named = NamedCertificates.Read(data.Signer);
        if (named.Count > 1)
            return certificates.Count == named.Count && certificates.All(named.Contain);
        if (!certificates.Any(c => c.RawDataMemory.Span.SequenceEqual(signer.RawDataMemory.Span)))
            return false;
        foreach (var certificate in certificates)
        {
            var isSigner = certificate.RawDataMemory.Span.SequenceEqual(signer.RawDataMemory.Span);
            if (!isSigner && !certificates.Any(c => !ReferenceEquals(c, certificate) && IsIssuedBy(c, certificate)))
                return false;
            // An issuer that is meant must really be the issuer.
            foreach (var issuer in certificates.Concat(trust.Roots).Concat(trust.Intermediates))
                if (IsMeant(certificate, issuer) && !IsIssuedBy(certificate, issuer))
                    return false;
        }
        return true;
    }

    // By its key where both sides tell it; another authority may bear the same name.
    private static bool IsMeant(X509Certificate2 certificate, X509Certificate2 issuer) =>
        AuthorityKey(certificate) is { } wanted && SubjectKey(issuer) is { } key
            ? wanted.Span.SequenceEqual(key.Span)
            : certificate.IssuerName.RawData.AsSpan().SequenceEqual(issuer.SubjectName.RawData);

    private static bool IsIssuedBy(X509Certificate2 certificate, X509Certificate2 issuer)
    {
        try
        {
            return certificate.IssuerName.RawData.AsSpan().SequenceEqual(issuer.SubjectName.RawData) && CertificateSignature.Verifies(certificate, issuer);
        }
        catch (CmsFormatException)
        {
            return false;
        }
    }

    private static ReadOnlyMemory<byte>? AuthorityKey(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().FirstOrDefault()?.KeyIdentifier;

    private static ReadOnlyMemory<byte>? SubjectKey(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().FirstOrDefault()?.SubjectKeyIdentifierBytes;
}
