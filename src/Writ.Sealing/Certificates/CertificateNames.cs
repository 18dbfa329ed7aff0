using System.Security.Cryptography.X509Certificates;

namespace Writ.Sealing.Certificates;

/// <summary>How a certificate is called in problems and reports: its common name, or the whole subject.</summary>
internal static class CertificateNames
{
    public static string Of(X509Certificate2 certificate)
    {
        var name = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
        return string.IsNullOrEmpty(name) ? certificate.Subject : name;
    }
}
