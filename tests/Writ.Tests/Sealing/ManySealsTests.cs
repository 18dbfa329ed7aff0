using System.Diagnostics;
using System.Security.Cryptography;
using Writ.Pdf;
using Writ.Sealing;
using Xunit.Abstractions;

namespace Writ.Tests.Sealing;

/// <summary>Many seals on one document, one seal on a large one, and what a seal costs beside its floor.</summary>
[Collection(MeasuredAlone.Name)]
public sealed class ManySealsTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Two_hundred_seals_on_one_document_stay_valid()
    {
        const int count = 200;
        var document = SealedSamples.Document(count - 1);
        document = await SealedSamples.Sealed(document, SealedSamples.Issue(), SealLevel.B);
        for (var i = 1; i < count; i++)
            document = await SealedSamples.Sealed(document, SealedSamples.Attest($"A{i:00}_sig"), SealLevel.B);

        var watch = Stopwatch.StartNew();
        var report = SealedSamples.Examine(document);
        output.WriteLine($"{count} seals, {document.Length / 1024} KiB, examined in {watch.ElapsedMilliseconds} ms");
        Assert.Equal(count, report.Seals.Count);
        if (Judge.Present("pdfsig"))
        {
            using var judge = new Judge();
            judge.Put("d.pdf", document);
            var (_, words) = judge.Run("pdfsig", "-nocert", "d.pdf");
            Assert.Equal(count, words.Split("Signature is Valid").Length - 1);
        }
        else
        {
            output.WriteLine("outside judge not installed: pdfsig");
        }
        Assert.All(report.Seals, s => Assert.True(s.Intact));
        Assert.Equal((Integrity.IntactWithAllowedLaterChanges, Indication.TotalPassed), (report.Integrity, report.Indication));
    }

    [Fact]
    public async Task A_large_document_is_sealed_with_one_copy()
    {
        const int size = 200 << 20;
        var document = Large(size);
        var file = PdfFile.OpenStrictly(document);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        var prepared = Sealer.Prepare(file, SealedSamples.Issue()).Value!;
        var completed = prepared.Complete((await TestPki.Bureau.SignAsync(prepared.DigestToSign, default)).Value!, null).Value!;
        var elapsed = watch.ElapsedMilliseconds;
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        watch.Restart();
        SHA256.HashData(document);
        output.WriteLine($"{size >> 20} MiB sealed in {elapsed} ms (SHA-256 alone {watch.ElapsedMilliseconds} ms), {allocated >> 20} MiB allocated");
        Assert.InRange(allocated, size, size + (4 << 20));
        Assert.Equal(document.Length, completed.OriginalLength);
    }

    [Fact]
    public async Task What_a_seal_costs()
    {
        var document = SealedSamples.Document(3);
        var key = TestPki.Bureau;
        var authority = TestPki.Authority;
        var request = SealedSamples.Issue(key);
        var digest = SHA256.HashData(document);
        for (var warm = 0; warm < 30; warm++)
        {
            await Seal(stamped: true);
            await key.SignAsync(digest, default);
        }
        const int rounds = 100;
        var floor = await Measure(async () => { SHA256.HashData(document); await key.SignAsync(digest, default); });
        var bare = await Measure(() => Seal(stamped: false));
        var full = await Measure(() => Seal(stamped: true));
        var stamp = await Measure(async () => await authority.StampAsync(digest, default));
        var own = (await key.SignAsync(digest, default)).Value!;
        var verify = await Measure(() => { SealSignature.Verifies(key.Certificate, key.Algorithm, digest, own); return Task.CompletedTask; });
        var seal = await SealedSamples.Sealed(document, request);
        var examine = await Measure(() => { SealedSamples.Examine(seal); return Task.CompletedTask; });
        output.WriteLine($"{document.Length / 1024} KiB document, µs: floor (SHA-256 + P-256) {floor:F0} · B-B {bare:F0} · B-T {full:F0} (of which authority and its check {stamp:F0}) · examine B-T {examine:F0} · one P-256 verification {verify:F0}");

        async Task<double> Measure(Func<Task> act)
        {
            var best = double.MaxValue; // of many short runs: what the machine's other work did not disturb
            for (var run = 0; run < rounds; run++)
            {
                var watch = Stopwatch.StartNew();
                for (var i = 0; i < 5; i++)
                    await act();
                best = Math.Min(best, watch.Elapsed.TotalMicroseconds / 5);
            }
            return best;
        }

        async Task Seal(bool stamped)
        {
            var prepared = Sealer.Prepare(document, request).Value!;
            var signature = (await key.SignAsync(prepared.DigestToSign, default)).Value!;
            var token = stamped ? (await authority.StampAsync(PreparedSeal.DigestToStamp(signature), default)).Value : null;
            Assert.True(prepared.Complete(signature, token).Succeeded);
        }
    }

    private static byte[] Large(int size)
    {
        var writer = new PdfWriter();
        var catalog = writer.Reserve();
        var pages = writer.Reserve();
        var page = writer.Write(PdfDictionary.Of(("Type", new PdfName("Page")), ("Parent", pages), ("MediaBox", PdfArray.Of(0, 0, 200, 200))));
        writer.Write(pages, PdfDictionary.Of(("Type", new PdfName("Pages")), ("Kids", PdfArray.Of(page)), ("Count", 1)));
        writer.WriteStream(PdfDictionary.Empty, new byte[size], StreamCoding.AsItIs);
        writer.Write(catalog, PdfDictionary.Of(("Type", new PdfName("Catalog")), ("Pages", pages)));
        return writer.Finish(catalog);
    }
}
