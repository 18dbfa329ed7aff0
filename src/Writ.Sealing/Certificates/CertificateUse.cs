using System.Security.Cryptography.X509Certificates;
using Writ.Sealing.Cms;

namespace Writ.Sealing.Certificates;

/// <summary>What a certificate says its key may do. Presence is checked here, because the platform lets a certificate without the extension pass.</summary>
internal static class CertificateUse
{
    // RFC 5280, 4.2.1.3: digitalSignature, or nonRepudiation as contentCommitment was called
    public static bool MaySeal(X509Certificate2 certificate)
    {
        if (certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(e => e.CertificateAuthority))
            return false;
        var usage = certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault();
        return usage is null || (usage.KeyUsages & (X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation)) != 0;
    }

    // RFC 3161, 2.3: the extension is critical and names time stamping alone
    public static bool MayStamp(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().ToList() is [{ Critical: true } only]
        && only.EnhancedKeyUsages is { Count: 1 } usages && usages[0].Value == ObjectIdentifiers.TimeStampingUsage;

    // RFC 6960, 4.2.2.2: a delegate must say so
    public static bool MayAnswerOcsp(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Any(e => e.EnhancedKeyUsages.Cast<System.Security.Cryptography.Oid>().Any(o => o.Value == ObjectIdentifiers.OcspSigningUsage));

    // RFC 5280, 4.2.1.3
    public static bool MaySignCrl(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault() is not { } usage || (usage.KeyUsages & X509KeyUsageFlags.CrlSign) != 0;

    // RFC 6960, 4.2.2.2.1: an OCSP responder that is not itself asked about
    public static bool NeedsNoRevocationCheck(X509Certificate2 certificate) =>
        certificate.Extensions.Any(e => e.Oid?.Value == ObjectIdentifiers.OcspNoCheck);

    public static bool IsSelfIssued(X509Certificate2 certificate) =>
        certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);
}
