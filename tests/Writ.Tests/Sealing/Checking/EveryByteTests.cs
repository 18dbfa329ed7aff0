using System.Collections.Concurrent;
using System.Text;
using Writ.Sealing;
using Xunit.Abstractions;

namespace Writ.Tests.Sealing.Checking;

/// <summary>The law of the sealed document: no byte of it can be changed, taken or added, and the report still say intact and covering.</summary>
public sealed class EveryByteTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(SealLevel.B)]
    [InlineData(SealLevel.T)]
    public async Task No_byte_of_a_sealed_document_can_be_flipped(SealLevel level)
    {
        var document = await Sealed(level);
        Assert.Equal((Integrity.IntactAndCovers, Indication.TotalPassed), Verdict(document));
        var unnoticed = new ConcurrentBag<string>();
        Parallel.For(0, document.Length, offset =>
        {
            foreach (var mask in (ReadOnlySpan<int>)[1 << (offset % 8), 0x20])
            {
                var flipped = document.ToArray();
                flipped[offset] = (byte)(flipped[offset] ^ mask);
                if (Verdict(flipped).Integrity == Integrity.IntactAndCovers)
                    unnoticed.Add($"{offset} ^ {mask:X2} ({Around(document, offset)})");
            }
        });
        output.WriteLine($"{document.Length} bytes, each flipped twice");
        Assert.True(unnoticed.IsEmpty, string.Join('\n', unnoticed.Order(StringComparer.Ordinal).Take(40)));
    }

    [Fact]
    public async Task No_byte_can_be_taken_from_the_end()
    {
        var document = await Sealed(SealLevel.B);
        for (var length = 0; length < document.Length; length++)
            Assert.NotEqual(Integrity.IntactAndCovers, Verdict(document[..length]).Integrity);
    }

    [Fact]
    public async Task Nothing_can_be_added_behind_the_end()
    {
        var document = await Sealed(SealLevel.B);
        for (var value = 0; value < 256; value++)
            Assert.NotEqual(Integrity.IntactAndCovers, Verdict([.. document, (byte)value]).Integrity);
        Assert.NotEqual(Integrity.IntactAndCovers, Verdict([.. document, .. "\n\n\n"u8]).Integrity);
    }

    [Fact]
    public async Task No_byte_can_be_slipped_in()
    {
        var document = await Sealed(SealLevel.B);
        Parallel.For(0, document.Length, offset =>
        {
            byte[] longer = [.. document.AsSpan(0, offset), (byte)(offset % 2 == 0 ? ' ' : '0'), .. document.AsSpan(offset)];
            Assert.NotEqual(Integrity.IntactAndCovers, Verdict(longer).Integrity);
        });
    }

    private static Task<byte[]> Sealed(SealLevel level) =>
        SealedSamples.Sealed(SmallDocument.Write(), SealedSamples.Issue() with { TimestampRoom = level == SealLevel.B ? 0 : 6 * 1024 }, level);

    private static (Integrity Integrity, Indication Indication) Verdict(byte[] document)
    {
        var report = SealedSamples.Examine(document);
        return (report.Integrity, report.Indication);
    }

    private static string Around(byte[] document, int offset) =>
        Encoding.Latin1.GetString(document, Math.Max(0, offset - 12), Math.Min(24, document.Length - Math.Max(0, offset - 12))).ReplaceLineEndings("|");
}
