using System.Globalization;
using Writ.Typesetting;
using Xunit.Abstractions;

namespace Writ.Tests.Typesetting;

/// <summary>
/// Whatever the bytes are, a font ends in an answer or in <see cref="FontFormatException"/>. Mutations are drawn from a fixed seed;
/// WRIT_FUZZ says how many in all (3 000 in the ordinary run, 100 000 for the long one).
/// </summary>
public sealed class HostileFontTests(ITestOutputHelper output)
{
    private static readonly int Mutations = int.Parse(Environment.GetEnvironmentVariable("WRIT_FUZZ") ?? "3000", CultureInfo.InvariantCulture);
    private const string Sample = "A一询€é〇𠮷 中Bij";

    [Theory]
    [InlineData("")]
    [InlineData("ttcf")]
    [InlineData("OTTO")]
    [InlineData("%PDF-1.7 not a font at all")]
    [InlineData("wOF2 compressed fonts are not read")]
    public void Files_that_are_no_fonts_are_refused(string text) =>
        Assert.Equal("file", Assert.Throws<FontFormatException>(() => FontFace.Open(System.Text.Encoding.ASCII.GetBytes(text), 0, "hostile")).Table);

    [Fact]
    public void Every_truncation_of_a_font_is_an_answer_or_a_refusal()
    {
        foreach (HostileSeed seed in HostileSeed.Synthetic)
        {
            for (int length = 0; length < seed.Bytes.Length; length++)
                Use(seed.Bytes.AsMemory(0, length), seed, $"{seed.Name} cut to {length}");
        }
    }

    [Fact]
    public void A_file_over_the_limit_is_refused()
    {
        FontLimits limits = FontLimits.Default with { FileBytes = 100 };
        Assert.Contains("at most 100", Assert.Throws<FontFormatException>(() =>
            FontFace.Open(HostileSeed.Synthetic[0].Bytes, 0, "hostile", limits)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_subset_over_the_limit_is_refused()
    {
        FontLimits limits = FontLimits.Default with { SubsetBytes = 200 };
        foreach (HostileSeed seed in HostileSeed.Synthetic)
        {
            FontFace face = FontFace.Open(seed.Bytes, 0, "hostile", limits);
            Assert.Throws<FontFormatException>(() => face.Subset([1, 2, 3]));
        }
    }

    [Fact]
    public void Mutated_fonts_are_an_answer_or_a_refusal()
    {
        HostileSeed[] seeds = [.. HostileSeed.Synthetic, .. HostileSeed.Cut, .. HostileSeed.Real];
        if (seeds.Length < HostileSeed.Wanted)
            output.WriteLine($"only {seeds.Length} of {HostileSeed.Wanted} seeds: run .setup/fonts.sh for the others");
        int answers = 0, done = 0;
        var random = new Random(20260305);
        for (; done < Mutations; done++)
        {
            // Small fonts are quick and dense with structure: they take most of the turns.
            HostileSeed seed = seeds[random.Next(10) == 0 ? random.Next(seeds.Length) : random.Next(Math.Min(seeds.Length, HostileSeed.Synthetic.Count + HostileSeed.Cut.Count))];
            List<(int At, byte Was)> changes = seed.Mutate(random);
            int length = random.Next(20) == 0 ? random.Next(seed.Bytes.Length) : seed.Bytes.Length;
            if (Use(seed.Bytes.AsMemory(0, length), seed, $"{seed.Name}, mutation {done}"))
                answers++;
            seed.Restore(changes);
        }
        output.WriteLine($"{done} mutations, {answers} answered, {done - answers} refused");
        Assert.InRange(answers, done / 100, done - done / 100);
    }

    /// <returns>True when everything was answered, false when something was refused.</returns>
    private static bool Use(ReadOnlyMemory<byte> bytes, HostileSeed seed, string what)
    {
        try
        {
            FontFace face = FontFace.Open(bytes, seed.Face, "hostile");
            ushort[] glyphs = [.. Sample.EnumerateRunes().Select(rune => face.GlyphFor(rune.Value)), .. Enumerable.Range(0, Math.Min(face.GlyphCount, 12)).Select(i => (ushort)i)];
            foreach (ushort glyph in glyphs)
            {
                face.OutlineOf(glyph);
                Assert.InRange(face.AdvanceOf(glyph), 0, ushort.MaxValue);
            }
            FontSubset subset = face.Subset(glyphs);
            Assert.Equal(subset.Glyphs.Length, subset.Widths.Length);
            return true;
        }
        catch (FontFormatException refused)
        {
            Assert.NotEmpty(refused.Table);
            return false;
        }
        catch (Exception other) when (other is not Xunit.Sdk.XunitException)
        {
            throw new InvalidOperationException($"{what}: {other.GetType().Name} instead of FontFormatException", other);
        }
    }
}
