using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Writ.Sealing.Cms;

/// <summary>Signs a digest with the private key that a certificate object carries; used by the development authorities.</summary>
internal static class PrivateKeySigning
{
    public static byte[] Sign(X509Certificate2 certificate, SealAlgorithm algorithm, ReadOnlySpan<byte> digest)
    {
        if (algorithm.IsEcdsa())
        {
            using var ec = certificate.GetECDsaPrivateKey() ?? throw new ArgumentException("The certificate has no ECDSA key.", nameof(certificate));
            return ec.SignHash(digest, DSASignatureFormat.Rfc3279DerSequence);
        }
        using var rsa = certificate.GetRSAPrivateKey() ?? throw new ArgumentException("The certificate has no RSA key.", nameof(certificate));
        return rsa.SignHash(digest.ToArray(), algorithm.Hash(), algorithm.Padding());
    }
}
