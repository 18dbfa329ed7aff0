using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Writ.Outside;
using Writ.Sealing;

namespace Writ.Tests.Sealing;

/// <summary>A SoftHSM2 token through the platform's OpenSSL.</summary>
public sealed class Pkcs11Tests
{
    private const string Pin = "13 57&9";

    [JudgeFact("softhsm2-util")]
    public async Task A_token_seals_and_its_PIN_shows_nowhere()
    {
        using var judge = new Judge();
        Directory.CreateDirectory(judge.PathOf("tokens"));
        var configuration = judge.Put("softhsm2.conf", $"directories.tokendir = {judge.PathOf("tokens")}\nobjectstore.backend = file\nlog.level = ERROR\n");
        // The native library reads the native environment, which the managed one does not touch.
        Assert.Equal(0, SetEnvironment("SOFTHSM2_CONF", configuration, 1));
        Environment.SetEnvironmentVariable("SOFTHSM2_CONF", configuration);

        var own = TestPki.Certificates.WithKey("bureau");
        using var ec = own.GetECDsaPrivateKey()!;
        judge.Put("key.pem", ec.ExportPkcs8PrivateKeyPem());
        Assert.Equal(0, judge.Run("softhsm2-util", "--init-token", "--free", "--label", "writ-test", "--pin", Pin, "--so-pin", "87654321").Code);
        Assert.Equal(0, judge.Run("softhsm2-util", "--import", "key.pem", "--token", "writ-test", "--label", "seal", "--id", "0A", "--pin", Pin).Code);

        var token = new Pkcs11Token("pkcs11:token=writ-test;object=seal;type=private", Pin);
        Assert.DoesNotContain(Pin, token.ToString(), StringComparison.Ordinal);
        var opened = token.Open("hsm", own.ExportCertificatePem() + "\n" + TestPki.Certificates.Public("issuing").ExportCertificatePem());
        Assert.True(opened.Succeeded, string.Join(";", opened.Problems));
        var digest = SHA256.HashData([1]);
        var signature = await opened.Value.SignAsync(digest, default);
        Assert.True(SealSignature.Verifies(own, SealAlgorithm.EcdsaP256Sha256, digest, signature.Value));

        var foreign = token.Open("hsm", TestPki.Certificates.Public("attestation").ExportCertificatePem());
        Assert.Equal("certificate-key-mismatch", Assert.Single(foreign.Problems).Code);
        var absent = new Pkcs11Token("pkcs11:token=nobody;object=seal;type=private", Pin).Open("hsm", own.ExportCertificatePem());
        Assert.Equal("seal-key-unavailable", Assert.Single(absent.Problems).Code);
        Assert.DoesNotContain(Pin, absent.Problems[0].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Pin, System.Text.Json.JsonSerializer.Serialize(token), StringComparison.Ordinal);

        await BySettings(judge, own);
    }

    // As an installation names it: in the settings file, with the PIN in a file of its own.
    private static async Task BySettings(Judge judge, X509Certificate2 own)
    {
        judge.Put("hsm.pem", own.ExportCertificatePem() + "\n" + TestPki.Certificates.Public("issuing").ExportCertificatePem());
        judge.Put("roots.pem", TestPki.Certificates.Trust.Roots[0].ExportCertificatePem());
        judge.Put("pin", Pin + "\n");
        string Settings(string uri) => $$"""
            {"keys":[{"name":"hsm","certificates":"hsm.pem","pkcs11Uri":"{{uri}}","passwordFile":"pin","callers":["case-system"]}],
             "roots":"roots.pem","timestampAuthorities":["http://127.0.0.1:1/"]}
            """;
        var cabinet = SealCabinet.OfBureau(judge.Put("seals.json", Settings("pkcs11:token=writ-test;object=seal;type=private")), TestPki.Clock);
        Assert.Equal("seal-key-unknown", Assert.Single(cabinet.Keys.Find("hsm", "somebody").Problems).Code);
        var key = cabinet.Keys.Find("hsm", "case-system").Value!;
        var document = await SealedSamples.Sealed(SealedSamples.Document(), SealedSamples.Issue(key));
        Assert.Equal((Integrity.IntactAndCovers, Indication.TotalPassed), (SealedSamples.Examine(document).Integrity, SealedSamples.Examine(document).Indication));

        var refusal = Assert.Throws<InvalidDataException>(() => SealCabinet.OfBureau(judge.Put("seals.json", Settings("pkcs11:token=nobody;object=seal;type=private")), TestPki.Clock));
        Assert.DoesNotContain(Pin, refusal.ToString(), StringComparison.Ordinal);
    }

    [DllImport("libc", EntryPoint = "setenv", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int SetEnvironment(string name, string value, int overwrite);
}
