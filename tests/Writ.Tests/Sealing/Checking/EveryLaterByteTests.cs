using System.Collections.Concurrent;
using Writ.Pdf;
using Writ.Sealing;
using Xunit.Abstractions;

namespace Writ.Tests.Sealing.Checking;

/// <summary>
/// The law of the document with a history: whatever byte is changed, no seal that was put over it is called intact any more, and the document
/// is not either. Bytes lie between, in the last signature itself, that none is put over: there the document may at best stay what it was.
/// </summary>
public sealed class EveryLaterByteTests(ITestOutputHelper output)
{
    // Every so many bytes; the numbers have no common factor with the widths of lists and digits.
    private const int Step = 7;

    private static readonly Dictionary<string, Func<Task<byte[]>>> All = new()
    {
        ["sealed-twice"] = SealedTwice,
        ["proofs-and-document-timestamp"] = () => SealedSamples.Sealed(SmallDocument.Write(), SealedSamples.Issue() with { TimestampRoom = 6 * 1024 }, SealLevel.LTA),
        ["writ-attested"] = () => Task.FromResult(Crimes.Attested),
    };

    public static TheoryData<string> Names => new(All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_byte_under_a_seal_can_be_flipped(string name)
    {
        var document = await All[name]();
        var sound = SealedSamples.Examine(document);
        Assert.Equal(Integrity.IntactWithAllowedLaterChanges, sound.Integrity);
        var gaps = sound.Seals.Select(seal => (seal.End, Gap: Gap(document, seal))).ToList();
        var unnoticed = new ConcurrentBag<string>();
        var step = Math.Max(Step, document.Length / 4000);
        Parallel.For(0, document.Length / step, round =>
        {
            var offset = (round * step) + (round % step);
            var flipped = document.ToArray();
            flipped[offset] ^= (byte)(1 << (round % 8));
            var report = SealedSamples.Examine(flipped);
            var covered = gaps.Where(s => offset < s.End && !(offset >= s.Gap.Start && offset < s.Gap.End)).ToList();
            foreach (var (end, _) in covered)
                if (report.Seals.FirstOrDefault(s => s.End == end) is { Integrity: Integrity.IntactAndCovers or Integrity.IntactWithAllowedLaterChanges } seal)
                    unnoticed.Add($"{offset}: {seal.Field}");
            if (report.Integrity == Integrity.IntactAndCovers || (covered.Count > 0 && report.Integrity == Integrity.IntactWithAllowedLaterChanges))
                unnoticed.Add($"{offset}: {report.Integrity}");
        });
        output.WriteLine($"{name}: {document.Length} bytes, {sound.Seals.Count} seals");
        Assert.True(unnoticed.IsEmpty, string.Join('\n', unnoticed.Order(StringComparer.Ordinal).Take(40)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_can_be_taken_or_added_unnoticed(string name)
    {
        var document = await All[name]();
        var ends = SealedSamples.Examine(document).Seals.Select(s => s.End).ToHashSet();
        ends.UnionWith(PdfFile.Open(document).Revisions.Select(r => r.End));
        for (var length = document.Length - 1; length > 0; length -= length > document.Length - 600 ? 1 : document.Length / 100)
            if (!ends.Contains(length))
                Assert.NotEqual(Integrity.IntactAndCovers, SealedSamples.Examine(document[..length]).Integrity);
        for (var value = 0; value < 256; value += 5)
            Assert.Contains(SealedSamples.Examine([.. document, (byte)value]).Integrity, new[] { Integrity.IntactWithAllowedLaterChanges, Integrity.DisallowedModification });
        Assert.Equal(Integrity.DisallowedModification, SealedSamples.Examine([.. document, .. "x"u8]).Integrity);
    }

    private static async Task<byte[]> SealedTwice()
    {
        var first = await SealedSamples.Sealed(SmallDocument.Write(), SealedSamples.Issue() with { Act = SealAct.Approve }, SealLevel.B);
        var prepared = Crimes.Update(first, (u, v) => Crimes.AddField(u, v, Crimes.Widget("Sig", "Second", 0), onPage: false));
        return await SealedSamples.Sealed(prepared, SealedSamples.Issue(field: "Second") with { Act = SealAct.Approve }, SealLevel.B);
    }

    private static (int Start, int End) Gap(byte[] document, SealReport seal)
    {
        var file = PdfFile.Open(document.AsMemory(0, seal.End));
        var signature = (PdfDictionary)file.Latest.Resolve(SealedSamples.Field(file, seal.Field).Dictionary["V"]);
        var range = ((PdfArray)signature["ByteRange"]!).Select(n => (int)((PdfInteger)n).Value).ToArray();
        return (range[1], range[2]);
    }
}
