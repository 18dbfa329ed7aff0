using System.Numerics;
using System.Security.Cryptography.X509Certificates;
using Writ.Sealing;

namespace Writ.Tests.Sealing;

public sealed class RevocationTests
{
    private static readonly X509Certificate2 Issuer = TestPki.Certificates.Public("issuing");
    private static readonly X509Certificate2 Bureau = TestPki.Certificates.Public("bureau");
    private static readonly byte[] Nonce = [1, 2, 3, 4, 5, 6, 7, 8];

    [Fact]
    public void Good_and_revoked_are_told_by_the_delegate()
    {
        var good = OcspAnswer.Parse(Ask(revokedAt: null)).Examine(Bureau, Issuer, Nonce);
        Assert.Equal(RevocationState.Good, good.State);
        Assert.Equal(TestPki.Now, good.ThisUpdate);
        Assert.Equal(TestPki.Now.AddDays(1), good.NextUpdate);

        var revoked = OcspAnswer.Parse(Ask(TestPki.Now.AddDays(-3))).Examine(Bureau, Issuer, Nonce);
        Assert.Equal(RevocationState.Revoked, revoked.State);
        Assert.Equal(TestPki.Now.AddDays(-3), revoked.RevokedAt);
    }

    [Fact]
    public void An_answer_that_is_not_ours_says_nothing()
    {
        var answer = OcspAnswer.Parse(Ask(null));
        Assert.Equal(RevocationState.Unknown, answer.Examine(Bureau, Issuer, [9, 9]).State);
        Assert.Equal(RevocationState.Unknown, answer.Examine(TestPki.Certificates.Public("attestation"), Issuer, Nonce).State);

        // Signed by a certificate of the same issuer that is no delegate.
        var usurper = new OcspResponder(Issuer, TestPki.Certificates.WithKey("attestation")).Answer(OcspQuery.Encode(Bureau, Issuer, Nonce), _ => null, TestPki.Now, TimeSpan.FromDays(1));
        Assert.Contains("not authorised", OcspAnswer.Parse(usurper).Examine(Bureau, Issuer, Nonce).Detail);

        var tampered = Ask(null);
        tampered[^1] ^= 1; // inside the responder's certificate
        Assert.Equal(RevocationState.Unknown, OcspAnswer.Parse(tampered).Examine(Bureau, Issuer, Nonce).State);
        Assert.Throws<CmsFormatException>(() => OcspAnswer.Parse(new byte[] { 0x30, 0x03, 0x0A, 0x01, 0x06 }));
    }

    [Fact]
    public void Every_cut_answer_is_a_format_error()
    {
        var answer = Ask(null);
        for (var length = 0; length < answer.Length; length += 5)
            Assert.Throws<CmsFormatException>(() => OcspAnswer.Parse(answer.AsMemory(0, length)));
    }

    [JudgeFact("openssl")]
    public void OpenSSL_accepts_answer_and_list()
    {
        using var judge = new Judge();
        judge.Put("resp.der", Ask(null));
        judge.Put("root.pem", TestPki.Certificates.Trust.Roots[0].ExportCertificatePem());
        judge.Put("issuer.pem", Issuer.ExportCertificatePem());
        judge.Put("cert.pem", Bureau.ExportCertificatePem());
        var (code, output) = judge.Run("openssl", "ocsp", "-respin", "resp.der", "-issuer", "issuer.pem", "-cert", "cert.pem", "-CAfile", "root.pem",
            "-verify_other", "issuer.pem", "-attime", TestPki.Now.ToUnixTimeSeconds().ToString(), "-no_nonce", "-validity_period", "100000000");
        Assert.True(code == 0 && output.Contains("Response verify OK", StringComparison.Ordinal) && output.Contains("cert.pem: good", StringComparison.Ordinal), output);

        judge.Put("list.crl", List());
        (code, output) = judge.Run("openssl", "crl", "-inform", "DER", "-in", "list.crl", "-CAfile", "issuer.pem", "-noout", "-text");
        Assert.True(code == 0 && output.Contains("verify OK", StringComparison.Ordinal), output);

        // And the question: OpenSSL's request is answered, and OpenSSL reads ours.
        Assert.Equal(0, judge.Run("openssl", "ocsp", "-issuer", "issuer.pem", "-cert", "cert.pem", "-reqout", "req.der").Code);
        var answered = new OcspResponder(Issuer, TestPki.Certificates.WithKey("ocsp")).Answer(File.ReadAllBytes(judge.PathOf("req.der")), _ => null, TestPki.Now, TimeSpan.FromDays(1));
        Assert.Equal(RevocationState.Good, OcspAnswer.Parse(answered).Examine(Bureau, Issuer, []).State);
        judge.Put("own.der", OcspQuery.Encode(Bureau, Issuer, Nonce));
        Assert.Equal(0, judge.Run("openssl", "ocsp", "-reqin", "own.der", "-text").Code);
    }

    [Fact]
    public void A_list_names_who_is_revoked()
    {
        var list = CertificateRevocations.Parse(List());
        var answer = list.Examine(Bureau, Issuer);
        Assert.Equal(RevocationState.Revoked, answer.State);
        Assert.Equal(TestPki.Now.AddDays(-2).ToUniversalTime(), answer.RevokedAt);
        Assert.Equal(RevocationState.Good, list.Examine(TestPki.Certificates.Public("tsa"), Issuer).State);
        Assert.Equal(RevocationState.Unknown, list.Examine(Issuer, TestPki.Certificates.Trust.Roots[0]).State);

        var tampered = List();
        tampered[^3] ^= 1;
        Assert.Equal(RevocationState.Unknown, CertificateRevocations.Parse(tampered).Examine(Bureau, Issuer).State);
    }

    private static byte[] Ask(DateTimeOffset? revokedAt) =>
        new OcspResponder(Issuer, TestPki.Certificates.WithKey("ocsp")).Answer(OcspQuery.Encode(Bureau, Issuer, Nonce), _ => revokedAt, TestPki.Now, TimeSpan.FromDays(1));

    private static byte[] List() => CertificateRevocations.Publish(TestPki.Certificates.WithKey("issuing"), BigInteger.One, TestPki.Now, TestPki.Now.AddDays(7), [(Bureau.SerialNumberBytes, TestPki.Now.AddDays(-2))]);
}
