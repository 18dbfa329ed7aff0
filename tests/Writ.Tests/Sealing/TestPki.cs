using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Writ.Outside;
using Writ.Sealing;

namespace Writ.Tests.Sealing;

/// <summary>The development PKI of the recipe, made once for all tests of the room, and ways to make certificates that are wrong.</summary>
internal static class TestPki
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 30, 0, TimeSpan.FromHours(8));

    private static readonly Lazy<DevelopmentCertificates> Made = new(() => DevelopmentCertificates.Generate(Recipe, Now));

    public static CertificateRecipe Recipe => CertificateRecipe.Read(File.ReadAllBytes(Path.Combine(Golden.Root, "certs-dev", "recipe.json")));

    public static DevelopmentCertificates Certificates => Made.Value;

    public static ISealKey Bureau => Certificates.Key("bureau");

    public static TimeProvider Clock { get; } = new FixedClock(Now);

    public static DevelopmentTimestampAuthority Authority => new(Certificates.Timestamps(), Certificates.Trust, Clock);

    /// <summary>A seal key under the development issuing certificate, of any kind and with any fault.</summary>
    /// <param name="addresses">Where the certificate says OCSP can be asked.</param>
    public static PlatformSealKey Key(string kind = "P-256", bool pss = false, DateTimeOffset? from = null, DateTimeOffset? until = null, X509KeyUsageFlags usage = X509KeyUsageFlags.DigitalSignature, IReadOnlyList<string>? addresses = null)
    {
        AsymmetricAlgorithm key = kind.StartsWith("RSA-", StringComparison.Ordinal)
            ? RSA.Create(int.Parse(kind[4..]))
            : ECDsa.Create(kind == "P-384" ? ECCurve.NamedCurves.nistP384 : ECCurve.NamedCurves.nistP256);
        var request = key is ECDsa ec
            ? new CertificateRequest($"CN=Test {kind}", ec, HashAlgorithmName.SHA256)
            : new CertificateRequest($"CN=Test {kind}", (RSA)key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, true));
        if (addresses is not null)
            request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension(addresses, null));
        var issuer = Certificates.WithKey("issuing");
        var serial = RandomNumberGenerator.GetBytes(12);
        serial[0] = 0x41;
        using var signer = issuer.GetECDsaPrivateKey()!;
        using var certificate = request.Create(issuer.SubjectName, X509SignatureGenerator.CreateForECDsa(signer), from ?? Now.AddHours(-2), until ?? Now.AddYears(1), serial);
        return PlatformSealKey.Of("test", certificate, key, [Certificates.Public("issuing")], pss);
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
