using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Writ.Sealing;

namespace Writ.Outside;

/// <summary>A seal key the platform holds: in memory, or behind an OpenSSL provider. It shows its name and nothing more.</summary>
internal sealed class PlatformSealKey : ISealKey, IDisposable
{
    private readonly AsymmetricAlgorithm key;

    private PlatformSealKey(string name, X509Certificate2 certificate, IReadOnlyList<X509Certificate2> chain, SealAlgorithm algorithm, AsymmetricAlgorithm key)
    {
        Name = name;
        Certificate = certificate;
        Chain = chain;
        Algorithm = algorithm;
        this.key = key;
    }

    public string Name { get; }

    public X509Certificate2 Certificate { get; }

    public IReadOnlyList<X509Certificate2> Chain { get; }

    public SealAlgorithm Algorithm { get; }

    /// <summary>A key out of a certificate object that carries it.</summary>
    public static PlatformSealKey Of(string name, X509Certificate2 withKey, IReadOnlyList<X509Certificate2> chain, bool pss = false)
    {
        var key = (AsymmetricAlgorithm?)withKey.GetECDsaPrivateKey() ?? withKey.GetRSAPrivateKey()
            ?? throw new CryptographicException("The certificate has no private key that seals.");
        return Of(name, withKey, key, chain, pss);
    }

    public static PlatformSealKey Of(string name, X509Certificate2 certificate, AsymmetricAlgorithm key, IReadOnlyList<X509Certificate2> chain, bool pss = false)
    {
        var algorithm = key switch
        {
            ECDsa { KeySize: 256 } => SealAlgorithm.EcdsaP256Sha256,
            ECDsa { KeySize: 384 } => SealAlgorithm.EcdsaP384Sha384,
            RSA { KeySize: >= 2048 and <= 4096 } => pss ? SealAlgorithm.RsaPssSha256 : SealAlgorithm.RsaPkcs1Sha256,
            _ => throw new CryptographicException("Seal keys are P-256, P-384 or RSA of 2048 to 4096 bits."),
        };
        return new PlatformSealKey(name, X509CertificateLoader.LoadCertificate(certificate.RawDataMemory.Span), chain, algorithm, key);
    }

    public ValueTask<SealOutcome<byte[]>> SignAsync(ReadOnlyMemory<byte> digest, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return ValueTask.FromResult<SealOutcome<byte[]>>(key switch
            {
                ECDsa ec => ec.SignHash(digest.Span, DSASignatureFormat.Rfc3279DerSequence),
                RSA rsa => rsa.SignHash(digest.ToArray(), HashAlgorithmName.SHA256, Algorithm == SealAlgorithm.RsaPssSha256 ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1),
                _ => throw new InvalidOperationException("A seal key is ECDSA or RSA."),
            });
        }
        catch (CryptographicException)
        {
            return ValueTask.FromResult<SealOutcome<byte[]>>(SealProblem.KeyUnavailable(Name)); // a token pulled out; its message might quote the PIN path
        }
    }

    public void Dispose() => key.Dispose();

    public override string ToString() => $"seal key '{Name}'";
}
