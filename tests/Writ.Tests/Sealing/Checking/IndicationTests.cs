using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Writ.Outside;
using Writ.Pdf;
using Writ.Sealing;

namespace Writ.Tests.Sealing.Checking;

/// <summary>Each indication and sub-indication of ETSI EN 319 102-1, brought about by a small PKI: who was valid, revoked or proven when.</summary>
public sealed class IndicationTests
{
    private static readonly DateTimeOffset Day0 = TestPki.Now, Day1 = Day0.AddDays(1), Day2 = Day0.AddDays(2), Day3 = Day0.AddDays(3);
    private const string Sha1 = "1.3.14.3.2.26";

    private static readonly Dictionary<string, (Func<Report> Examine, Indication Indication, SubIndication Sub)> All = new()
    {
        ["stamped-and-trusted"] = (() => At(Day0, Sealed(TestPki.Bureau, Day0)), Indication.TotalPassed, SubIndication.None),
        ["not-stamped-and-trusted"] = (() => At(Day0, Sealed(TestPki.Bureau)), Indication.TotalPassed, SubIndication.None),
        ["expired-after-the-proven-time"] = (() => At(Day3, Sealed(TestPki.Key(until: Day1), Day0)), Indication.TotalPassed, SubIndication.None),
        ["revoked-after-the-proven-time"] = (() => At(Day3, Sealed(TestPki.Bureau, Day0), Revoked("issuing", Bureau, Day1)), Indication.TotalPassed, SubIndication.None),
        ["issuer-revoked-after-the-proven-time"] = (() => At(Day3, Sealed(SmallDocument.Write(), TestPki.Bureau, "Issuer", SealAct.Certify, Day0, authority: Others), Revoked("root", Issuing, Day1)), Indication.TotalPassed, SubIndication.None),
        ["authority-ceased-after-stamping"] = (() => At(Day3, Sealed(TestPki.Key(until: Day1), Day0), Revoked("issuing", Authority, Day1, X509RevocationReason.CessationOfOperation)), Indication.TotalPassed, SubIndication.None),

        ["nothing-sealed"] = (() => At(Day0, SmallDocument.Write()), Indication.Indeterminate, SubIndication.SignedDataNotFound),
        ["no-document"] = (() => At(Day0, "nothing"u8.ToArray()), Indication.TotalFailed, SubIndication.FormatFailure),
        ["later-change-not-allowed"] = (() => At(Day0, Crimes.Update(Crimes.Certified, (u, v) => u.Write(Crimes.Page(v, 1), ((PdfDictionary)v.Get(Crimes.Page(v, 1))).With("Rotate", 180)))), Indication.TotalFailed, SubIndication.FormatFailure),
        ["content-changed"] = (() => At(Day0, Crimes.Swap(Sealed(TestPki.Bureau), "(1000)", "(9000)")), Indication.TotalFailed, SubIndication.HashFailure),
        ["signature-changed"] = (() => At(Day0, Crimes.Recontent(Sealed(TestPki.Bureau), cms => [.. cms[..^1], (byte)(cms[^1] ^ 1)])), Indication.TotalFailed, SubIndication.SigCryptoFailure),
        ["stamp-changed"] = (() => At(Day0, Crimes.Recontent(Sealed(TestPki.Bureau, Day0), cms => [.. cms[..^1], (byte)(cms[^1] ^ 1)])), Indication.TotalFailed, SubIndication.FormatFailure),
        ["sub-filter-unknown"] = (() => At(Day0, Crimes.Swap(Crimes.Certified, "/ETSI.CAdES.detached", "/ETSI.CAdES.detachex")), Indication.Indeterminate, SubIndication.CryptoConstraintsFailure),
        ["revoked-before-sealing"] = (() => At(Day3, Second(TestPki.Bureau, Day2), Revoked("issuing", Bureau, Day1)), Indication.TotalFailed, SubIndication.Revoked),
        ["expired-before-sealing"] = (() => At(Day3, Second(TestPki.Key(until: Day1), Day2)), Indication.TotalFailed, SubIndication.Expired),
        ["not-yet-valid-when-proven"] = (() => At(Day3, Sealed(TestPki.Key(from: Day1), Day0, claimed: Day2)), Indication.TotalFailed, SubIndication.NotYetValid),

        ["signing-certificate-not-named"] = (() => At(Day0, ForeignSeal.Signed(ForeignSeal.Signer(ForeignSeal.Certificate(), names: false))), Indication.Indeterminate, SubIndication.SigConstraintsFailure),
        ["signing-certificate-of-another"] = (() => At(Day0, ForeignSeal.Signed(ForeignSeal.Signer(ForeignSeal.Certificate(), instead: TestPki.Bureau.Certificate))), Indication.Indeterminate, SubIndication.SigConstraintsFailure),
        ["key-not-for-sealing"] = (() => At(Day0, ForeignSeal.Signed(ForeignSeal.Signer(ForeignSeal.Certificate(usage: X509KeyUsageFlags.KeyEncipherment)))), Indication.Indeterminate, SubIndication.ChainConstraintsFailure),
        ["certificate-not-signed-by-its-issuer"] = (() => At(Day0, ForeignSeal.Signed(ForeignSeal.Signer(ForeignSeal.Certificate(forged: true)))), Indication.Indeterminate, SubIndication.CertificateChainGeneralFailure),
        ["algorithm-unknown"] = (() => At(Day0, Crimes.Recontent(Sealed(TestPki.Bureau), UnknownAlgorithm)), Indication.Indeterminate, SubIndication.CryptoConstraintsFailure),
        ["hash-weak"] = (() => At(Day0, ForeignSeal.Signed(ForeignSeal.Signer(ForeignSeal.Certificate("RSA-2048"), Sha1))), Indication.Indeterminate, SubIndication.CryptoConstraintsFailureNoPoe),
        ["key-short"] = (() => At(Day0, ForeignSeal.Signed(ForeignSeal.Signer(ForeignSeal.Certificate("RSA-1024")))), Indication.Indeterminate, SubIndication.CryptoConstraintsFailureNoPoe),
        ["stamped-before-what-it-covers"] = (() => At(Day3, Second(TestPki.Bureau, Day2, Day0)), Indication.Indeterminate, SubIndication.TimestampOrderFailure),
        ["certificate-left-out"] = (() => At(Day0, Crimes.Recontent(Sealed(TestPki.Bureau), SignatureCrimesTests.WithoutSigner)), Indication.Indeterminate, SubIndication.NoSigningCertificateFound),
        ["root-unknown"] = (() => Verifier.Examine(Sealed(TestPki.Bureau, Day0), TrustAnchors.None, Day0), Indication.Indeterminate, SubIndication.NoCertificateChainFound),
        ["revoked-and-not-proven"] = (() => At(Day3, Sealed(TestPki.Bureau), Revoked("issuing", Bureau, Day1)), Indication.Indeterminate, SubIndication.RevokedNoPoe),
        ["revoked-before-the-proven-time"] = (() => At(Day3, Sealed(TestPki.Bureau, Day2), Revoked("issuing", Bureau, Day1)), Indication.Indeterminate, SubIndication.RevokedNoPoe),
        ["issuer-revoked-and-not-proven"] = (() => At(Day3, Sealed(TestPki.Bureau), Revoked("root", Issuing, Day1)), Indication.Indeterminate, SubIndication.RevokedCaNoPoe),
        ["expired-and-not-proven"] = (() => At(Day3, Sealed(TestPki.Key(until: Day1))), Indication.Indeterminate, SubIndication.OutOfBoundsNoPoe),
        ["authority-compromised"] = (() => At(Day3, Sealed(TestPki.Key(until: Day1), Day0), Revoked("issuing", Authority, Day1, X509RevocationReason.KeyCompromise)), Indication.Indeterminate, SubIndication.OutOfBoundsNoPoe),
        ["timestamp-demanded"] = (() => At(Day0, Sealed(TestPki.Bureau), Good(), ExaminationPolicy.LongTerm), Indication.Indeterminate, SubIndication.NoPoe),
        ["proofs-demanded"] = (() => At(Day0, Sealed(TestPki.Bureau, Day0), policy: ExaminationPolicy.LongTerm), Indication.Indeterminate, SubIndication.TryLater),
        ["proofs-made-after-the-certificate-ended"] = (() => At(Day3, Sealed(TestPki.Key(until: Day1), Day0), Good(Day2), ExaminationPolicy.LongTerm), Indication.Indeterminate, SubIndication.TryLater),
    };

    public static TheoryData<string> Names => new(All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_case_has_its_indication(string name)
    {
        var (examine, indication, sub) = All[name];
        var report = examine();
        Wording.IsOfBothLanguages(report);
        Assert.True((report.Indication, report.SubIndication) == (indication, sub),
            $"{report.Indication} {report.SubIndication}: {string.Join("; ", report.Seals.SelectMany(s => s.Findings).Concat(report.Findings).Select(f => $"{f.Code}: {f.En}"))}");
    }

    [Theory]
    [InlineData("hash-weak", "algorithm-weak")]
    [InlineData("key-short", "algorithm-weak")]
    [InlineData("signing-certificate-not-named", "seal-not-baseline")]
    [InlineData("revoked-before-sealing", "sealed-after-revocation")]
    [InlineData("expired-before-sealing", "sealed-after-expiry")]
    [InlineData("stamped-before-what-it-covers", "timestamp-order")]
    [InlineData("authority-compromised", "timestamp-untrusted")]
    [InlineData("stamp-changed", "timestamp-broken")]
    [InlineData("not-stamped-and-trusted", "revocation-unproven")]
    [InlineData("root-unknown", "certificate-untrusted")]
    [InlineData("sub-filter-unknown", "seal-broken")]
    public void What_lies_behind_an_indication_is_told(string name, string code) =>
        Assert.Contains(All[name].Examine().Seals.SelectMany(s => s.Findings), f => f.Code == code);

    [Fact]
    public void A_seal_that_cannot_be_verified_is_called_that_and_is_never_green()
    {
        foreach (var name in (ReadOnlySpan<string>)["sub-filter-unknown", "algorithm-unknown"])
        {
            var report = All[name].Examine();
            Assert.Equal((Integrity.Broken, Indication.Indeterminate), (report.Integrity, report.Indication));
            Assert.False(Assert.Single(report.Seals).DigestHolds);
            Assert.StartsWith("有签章，但不能核验", report.VerdictZh, StringComparison.Ordinal);
            Assert.StartsWith("A seal is present, but cannot be verified", report.VerdictEn, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_sub_indication_has_a_case_and_words_of_its_own()
    {
        Assert.Equal(Enum.GetValues<SubIndication>().Order(), All.Values.Select(c => c.Sub).Distinct().Order());
        var words = Enum.GetValues<SubIndication>().Where(s => s != SubIndication.None).Select(s => IndicationTexts.Of(s)).ToList();
        Assert.All(words, w => Assert.True(w.Zh.Length > 5 && w.En.Length > 5));
        Assert.Equal(words.Count, words.Select(w => w.Zh).Distinct().Count());
        Assert.Equal(words.Count, words.Select(w => w.En).Distinct().Count());
    }

    private static X509Certificate2 Bureau => TestPki.Bureau.Certificate;

    private static X509Certificate2 Issuing => TestPki.Certificates.Public("issuing");

    private static X509Certificate2 Authority => TestPki.Certificates.Public("tsa");

    private static Report At(DateTimeOffset now, byte[] document, ValidationData? proofs = null, ExaminationPolicy? policy = null) =>
        Verifier.Examine(document, Trust, now, policy, proofs);

    // An authority that does not depend on the bureau's issuer.
    private static readonly DevelopmentCertificates Others = DevelopmentCertificates.Generate(TestPki.Recipe, Day0);

    private static TrustAnchors Trust { get; } = new([.. TestPki.Certificates.Trust.Roots, .. Others.Trust.Roots], []);

    private static byte[] Sealed(ISealKey key, DateTimeOffset? stamped = null, DateTimeOffset? claimed = null) => Sealed(SmallDocument.Write(), key, "Issuer", SealAct.Certify, stamped, claimed);

    /// <summary>Sealed by the bureau, stamped, and then by another key in a field that was prepared.</summary>
    private static byte[] Second(ISealKey key, DateTimeOffset first, DateTimeOffset? stamped = null) =>
        Sealed(Sealed(SealedSamples.Document(), TestPki.Certificates.Key("attestation"), "Issuer", SealAct.Certify, first), key, "A01_sig", SealAct.Approve, stamped);

    private static byte[] Sealed(byte[] document, ISealKey key, string field, SealAct act, DateTimeOffset? stamped, DateTimeOffset? claimed = null, DevelopmentCertificates? authority = null)
    {
        var prepared = Sealer.Prepare(document, SealedSamples.Issue(key, field) with { Act = act, Time = claimed ?? Day0 });
        Assert.True(prepared.Succeeded, string.Join(';', prepared.Problems));
        var signature = key.SignAsync(prepared.Value.DigestToSign, default).AsTask().GetAwaiter().GetResult().Value!;
        var token = stamped is { } at
            ? new DevelopmentTimestampAuthority((authority ?? TestPki.Certificates).Timestamps(), Trust, new StoppedClock(at)).StampAsync(PreparedSeal.DigestToStamp(signature), default).AsTask().GetAwaiter().GetResult().Value
            : null;
        return prepared.Value.Complete(signature, token).Value!.Bytes.ToArray();
    }

    private static ValidationData Revoked(string issuer, X509Certificate2 certificate, DateTimeOffset at, X509RevocationReason? reason = null)
    {
        var builder = new CertificateRevocationListBuilder();
        builder.AddEntry(certificate.SerialNumberBytes.Span, at, reason);
        return new ValidationData([], [], [builder.Build(TestPki.Certificates.WithKey(issuer), BigInteger.One, Day3.AddDays(7), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, Day2)]);
    }

    private static ValidationData Good(DateTimeOffset? made = null)
    {
        var at = made ?? Day0;
        return new ValidationData([], [], [.. new[] { "root", "issuing" }.Select(issuer => (ReadOnlyMemory<byte>)CertificateRevocations.Publish(TestPki.Certificates.WithKey(issuer), BigInteger.One, at, at.AddDays(7), []))]);
    }

    // ecdsa-with-SHA256 becomes a number nobody gave out.
    private static byte[] UnknownAlgorithm(byte[] cms)
    {
        var copy = cms.ToArray();
        var at = copy.AsSpan().LastIndexOf(new byte[] { 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02 });
        copy[at + 7] = 0x09;
        return copy;
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
