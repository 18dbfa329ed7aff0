using Writ.Pdf;
using Writ.Sealing;

namespace Writ.Tests.Sealing;

/// <summary>The road of a document: issued, attested, closed, archived; each step examined by ourselves and by outside judges.</summary>
public sealed class SealTests
{
    [Theory]
    [InlineData(SealLevel.B)]
    [InlineData(SealLevel.T)]
    [InlineData(SealLevel.LT)]
    [InlineData(SealLevel.LTA)]
    public async Task Every_level_is_reached_and_recognised(SealLevel level)
    {
        var document = await SealedSamples.Sealed(SealedSamples.Document(), SealedSamples.Issue(), level);
        var report = SealedSamples.Examine(document);
        Assert.Equal((Indication.TotalPassed, SubIndication.None), (report.Indication, report.SubIndication));
        Assert.Equal(level >= SealLevel.LT ? Integrity.IntactWithAllowedLaterChanges : Integrity.IntactAndCovers, report.Integrity);
        var seal = report.Seals[0];
        Assert.Equal(("Issuer", SealKind.Certification, SealAct.Certify, level), (seal.Field, seal.Kind, seal.Act, seal.Level));
        Assert.True(seal.CoversRevision);
        Assert.Equal(TestPki.Now, seal.ClaimedTime);
        Assert.Equal(level == SealLevel.B ? null : TestPki.Now, seal.ProvenTime);
        Assert.Equal(level >= SealLevel.LT, seal.Trust!.RevocationProven);
        Assert.Equal(level == SealLevel.LTA ? 2 : 1, report.Seals.Count);
        Assert.Contains("核验通过", report.VerdictZh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("P-384", false)]
    [InlineData("RSA-2048", false)]
    [InlineData("RSA-4096", true)]
    public async Task Other_algorithms_seal_too(string kind, bool pss)
    {
        using var key = TestPki.Key(kind, pss);
        var report = SealedSamples.Examine(await SealedSamples.Sealed(SealedSamples.Document(), SealedSamples.Issue(key)));
        Assert.Equal((Integrity.IntactAndCovers, Indication.TotalPassed), (report.Integrity, report.Indication));
    }

    [Fact]
    public async Task The_whole_road_stays_intact()
    {
        var report = SealedSamples.Examine(await Road());
        Assert.Equal(["Issuer", "A01_sig", "A02_sig", "Timestamp1", "Timestamp2"], report.Seals.Select(s => s.Field));
        Assert.All(report.Seals, s => Assert.True(s.Intact, string.Join(";", s.Findings)));
        Assert.Equal((Integrity.IntactWithAllowedLaterChanges, Indication.TotalPassed), (report.Integrity, report.Indication));
        Assert.All(report.Seals.Take(3), s => Assert.Equal(SealLevel.LTA, s.Level));
    }

    [Fact]
    public async Task Untouched_seals_of_the_same_clock_and_key_differ_only_in_what_is_random()
    {
        var document = SealedSamples.Document();
        var first = Sealer.Prepare(document, SealedSamples.Issue());
        var second = Sealer.Prepare(document, SealedSamples.Issue());
        Assert.Equal(first.Value!.ContentDigest.ToArray(), second.Value!.ContentDigest.ToArray());
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Extending_again_adds_only_what_proves_more()
    {
        var archived = await SealedSamples.Sealed(SealedSamples.Document(), SealedSamples.Issue(), SealLevel.LTA);
        Assert.Equal(4, PdfFile.Open(archived).Revisions.Count); // document, seal, proofs, timestamp
        var proven = await SealedSamples.Desk().ExtendAsync(archived, SealLevel.LT, default);
        Assert.Equal(archived, proven.Value!.Bytes.ToArray());
        var renewed = await SealedSamples.Desk().ExtendAsync(archived, SealLevel.LTA, default);
        Assert.Equal(5, PdfFile.Open(renewed.Value!.Bytes).Revisions.Count); // one timestamp more, no proof twice
    }

    [JudgeFact("pdfsig", "openssl", "qpdf")]
    public async Task Outside_judges_accept_every_step()
    {
        var issued = await SealedSamples.Sealed(SealedSamples.Document(2), SealedSamples.Issue());
        Judged(issued, 1);
        Judged(await SealedSamples.Sealed(SealedSamples.Document(2), SealedSamples.Issue(), SealLevel.B), 1);
        Judged(await SealedSamples.Sealed(SealedSamples.Document(2), SealedSamples.Issue(), SealLevel.LT), 1);
        Judged(await Road(), 5);
    }

    /// <summary>Issued, both slots attested (the second closes), archived, and renewed.</summary>
    internal static async Task<byte[]> Road()
    {
        var issued = await SealedSamples.Sealed(SealedSamples.Document(2), SealedSamples.Issue());
        var first = await SealedSamples.Sealed(issued, SealedSamples.Attest("A01_sig") with
        {
            Changes = SealedSamples.FillInk(PdfFile.Open(issued), "A01_ink", "张三 签名"),
            AdditionalEntries = [KeyValuePair.Create<string, PdfObject>("WRIT_Attestation", PdfString.Text("""{"kind":"Signature","who":"张三"}"""))],
        });
        var second = await SealedSamples.Sealed(first, SealedSamples.Attest("A02_sig", SealAct.Close) with { Changes = SealedSamples.FillInk(PdfFile.Open(first), "A02_ink", "李四 拒签") });
        var archived = await SealedSamples.Desk().ExtendAsync(second, SealLevel.LTA, default);
        Assert.True(archived.Succeeded, string.Join(";", archived.Problems));
        var renewed = await SealedSamples.Desk().ExtendAsync(archived.Value.Bytes, SealLevel.LTA, default);
        Assert.True(renewed.Succeeded, string.Join(";", renewed.Problems));
        return renewed.Value.Bytes.ToArray();
    }

    private static void Judged(byte[] document, int seals)
    {
        using var judge = new Judge();
        judge.Put("d.pdf", document);
        if (Environment.GetEnvironmentVariable("WRIT_LOOK") is { } folder) // leaves the files for judges that no package brings
        {
            File.WriteAllBytes(Path.Combine(folder, $"road-{seals}-{document.Length}.pdf"), document);
            File.WriteAllText(Path.Combine(folder, "root.pem"), TestPki.Certificates.Trust.Roots[0].ExportCertificatePem());
        }
        judge.Put("root.pem", TestPki.Certificates.Trust.Roots[0].ExportCertificatePem());
        var (code, output) = judge.Run("qpdf", "--check", "d.pdf");
        Assert.True(code == 0, output);
        (_, output) = judge.Run("pdfsig", "-nocert", "d.pdf");
        var report = SealedSamples.Examine(document);
        Assert.Equal(seals, report.Seals.Count);
        var signatures = report.Seals.Count(s => s.Kind != SealKind.DocumentTimestamp);
        Assert.True(output.Split("Signature is Valid").Length - 1 >= signatures, output);
        Assert.DoesNotContain("Invalid", output, StringComparison.Ordinal);

        // The dumped CMS of each seal over the bytes of its range.
        var file = PdfFile.Open(document);
        foreach (var seal in report.Seals)
        {
            var signature = (PdfDictionary)file.Latest.Resolve(SealedSamples.Field(file, seal.Field).Dictionary["V"]);
            var range = ((PdfArray)signature["ByteRange"]!).Select(n => (int)((PdfInteger)n).Value).ToArray();
            var content = document.AsSpan(0, range[1]).ToArray().Concat(document.AsSpan(range[2], range[3]).ToArray()).ToArray();
            judge.Put("content", content);
            var contents = ((PdfString)signature["Contents"]!).Bytes;
            System.Formats.Asn1.AsnDecoder.ReadEncodedValue(contents.Span, System.Formats.Asn1.AsnEncodingRules.DER, out _, out _, out var length);
            judge.Put("sig.der", contents.Span[..length]);
            var at = TestPki.Now.ToUnixTimeSeconds().ToString();
            if (seal.Kind == SealKind.DocumentTimestamp)
            {
                (code, output) = judge.Run("openssl", "ts", "-verify", "-data", "content", "-in", "sig.der", "-token_in", "-CAfile", "root.pem", "-attime", at);
                Assert.True(code == 0, output);
                continue;
            }
            (code, output) = judge.Run("openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", "sig.der", "-content", "content", "-CAfile", "root.pem", "-purpose", "any", "-attime", at, "-out", "out");
            Assert.True(code == 0, output);
            if (Writ.Sealing.Cms.SignedData.Parse(contents).Signer is { UnsignedAttributes: [var stamp], Signature: var value })
            {
                judge.Put("value", value.Span);
                judge.Put("token.der", stamp.Values[0].Span);
                (code, output) = judge.Run("openssl", "ts", "-verify", "-data", "value", "-in", "token.der", "-token_in", "-CAfile", "root.pem", "-attime", at);
                Assert.True(code == 0, output);
            }
        }
    }
}
