using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Writ.Outside;
using Writ.Sealing;

namespace Writ.Tests.Sealing;

public sealed class SealKeyTests
{
    private const string Password = "correct horse";

    [Fact]
    public void A_key_is_read_from_PKCS12_and_from_PEM_encrypted_or_not()
    {
        var own = TestPki.Certificates.WithKey("bureau");
        var bag = new X509Certificate2Collection { own, TestPki.Certificates.Public("issuing"), TestPki.Certificates.Trust.Roots[0] };
        AssertBureau(SealKeys.FromPkcs12("a", bag.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, Password), Password));

        using var ec = own.GetECDsaPrivateKey()!;
        var chain = own.ExportCertificatePem() + "\n" + TestPki.Certificates.Public("issuing").ExportCertificatePem();
        AssertBureau(SealKeys.FromPem("a", chain, ec.ExportPkcs8PrivateKeyPem(), null));
        AssertBureau(SealKeys.FromPem("a", chain, ec.ExportECPrivateKeyPem(), null));
        AssertBureau(SealKeys.FromPem("a", chain, ec.ExportEncryptedPkcs8PrivateKeyPem(Password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000)), Password));

        void AssertBureau(SealOutcome<ISealKey> outcome)
        {
            Assert.True(outcome.Succeeded, string.Join(";", outcome.Problems));
            Assert.Equal(own.Thumbprint, outcome.Value.Certificate.Thumbprint);
            Assert.False(outcome.Value.Certificate.HasPrivateKey);
            Assert.Equal(TestPki.Certificates.Public("issuing").Thumbprint, Assert.Single(outcome.Value.Chain).Thumbprint);
        }
    }

    [Fact]
    public void Wrong_password_broken_file_and_foreign_certificate_are_problems()
    {
        var own = TestPki.Certificates.WithKey("bureau");
        var file = new X509Certificate2Collection(own).ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, Password);
        Assert.Equal("seal-key-unreadable", SealKeys.FromPkcs12("a", file, "wrong").Problems[0].Code);
        Assert.Equal("seal-key-unreadable", SealKeys.FromPkcs12("a", file.AsSpan(0, 100), Password).Problems[0].Code);
        Assert.Equal("seal-key-unreadable", SealKeys.FromPem("a", "no pem", "no pem", null).Problems[0].Code);

        using var ec = own.GetECDsaPrivateKey()!;
        var foreign = TestPki.Certificates.Public("attestation").ExportCertificatePem();
        Assert.Equal("certificate-key-mismatch", SealKeys.FromPem("a", foreign, ec.ExportPkcs8PrivateKeyPem(), null).Problems[0].Code);
    }

    [Fact]
    public void A_secret_read_from_a_file_is_overwritten_when_it_is_no_longer_needed()
    {
        using var judge = new Judge();
        var secret = SecretText.Read(judge.Put("secret", Password + "\r\n"));
        var kept = secret.Value; // the same memory, looked at again afterwards
        Assert.Equal(Password, kept.ToString());
        Assert.DoesNotContain(Password, $"{secret}", StringComparison.Ordinal);
        secret.Dispose();
        Assert.Equal(new string('\0', Password.Length), kept.ToString());
    }

    [Fact]
    public void A_key_shows_its_name_and_nothing_else()
    {
        var own = TestPki.Certificates.WithKey("bureau");
        using var ec = own.GetECDsaPrivateKey()!;
        var secret = ec.ExportParameters(true).D!;
        var key = (PlatformSealKey)SealKeys.FromPkcs12("bureau", new X509Certificate2Collection(own).ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, Password), Password).Value!;

        var shown = new StringBuilder(key.ToString()).Append($"{key}");
        foreach (var property in typeof(PlatformSealKey).GetProperties())
            shown.Append(property.Name == nameof(ISealKey.Certificate) ? key.Certificate.ToString(verbose: true) : property.GetValue(key));
        shown.Append(JsonSerializer.Serialize(new { key.Name, key.Algorithm }));
        foreach (var problem in SealKeys.FromPkcs12("bureau", new byte[] { 1 }, Password).Problems)
            shown.Append(problem);
        var text = shown.ToString();
        Assert.DoesNotContain(Convert.ToHexString(secret), text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Convert.ToBase64String(secret), text, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, text, StringComparison.Ordinal);
        Assert.DoesNotContain(typeof(PlatformSealKey).GetProperties(), p => typeof(AsymmetricAlgorithm).IsAssignableFrom(p.PropertyType));
    }

    [Fact]
    public void A_key_is_found_by_name_and_only_for_its_callers()
    {
        var keys = new SealKeys();
        keys.Add(TestPki.Certificates.Key("bureau"));
        keys.Add(TestPki.Certificates.Key("attestation"), ["case-system"]);
        Assert.True(keys.Find("bureau", caller: null).Succeeded);
        Assert.True(keys.Find("attestation", "case-system").Succeeded);
        Assert.Equal("seal-key-unknown", keys.Find("attestation", "other").Problems[0].Code);
        Assert.Equal("seal-key-unknown", keys.Find("nobody", "case-system").Problems[0].Code);
    }

    [Fact]
    public void Development_certificates_are_made_once_and_opened_again()
    {
        var folder = Directory.CreateTempSubdirectory("writ-certs-").FullName;
        try
        {
            File.Copy(Path.Combine(Golden.Root, "certs-dev", "recipe.json"), Path.Combine(folder, "recipe.json"));
            var made = DevelopmentCertificates.OpenOrCreate(folder, TestPki.Clock);
            var opened = DevelopmentCertificates.OpenOrCreate(folder, TestPki.Clock);
            foreach (var name in made.Names)
                Assert.Equal(made.Public(name).Thumbprint, opened.Public(name).Thumbprint);
            File.Delete(Path.Combine(folder, "trust.pem")); // as if they had never been finished
            var roots = new ConcurrentBag<string>();
            Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4 }, _ => roots.Add(DevelopmentCertificates.OpenOrCreate(folder, TestPki.Clock).Trust.Roots[0].Thumbprint));
            Assert.NotEqual(made.Trust.Roots[0].Thumbprint, Assert.Single(roots.Distinct()));
            Assert.True(SealKeys.FromPkcs12("bureau", File.ReadAllBytes(Path.Combine(folder, "bureau.p12")), TestPki.Recipe.Password).Succeeded);
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, "bureau.key.pem")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
