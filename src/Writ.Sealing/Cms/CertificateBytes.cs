using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Writ.Sealing.Cms;

/// <summary>Certificates out of other people's structures: one that cannot be read is absent, not an accident.</summary>
internal static class CertificateBytes
{
    public static X509Certificate2? TryLoad(ReadOnlyMemory<byte> encoded)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(encoded.Span);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static IReadOnlyList<X509Certificate2> LoadAll(IEnumerable<ReadOnlyMemory<byte>> encoded) =>
        encoded.Select(TryLoad).OfType<X509Certificate2>().ToList();
}
