using Writ.Typesetting;

namespace Writ.Tests.Typesetting;

/// <summary>Every format of the character map that is read, and the crimes of each.</summary>
public sealed class CmapTests
{
    private const int Glyphs = 40;

    [Fact]
    public void Format_0_is_bytes()
    {
        FontFace face = Open(0, 3, SyntheticFont.Format0(code => code is >= 'A' and <= 'Z' ? code - 'A' + 1 : 0));
        Assert.Equal(1, face.GlyphFor('A'));
        Assert.Equal(26, face.GlyphFor('Z'));
        Assert.Equal(0, face.GlyphFor('a'));
    }

    [Fact]
    public void Format_4_is_segments_by_delta_or_array()
    {
        FontFace face = Open(3, 1, SyntheticFont.Format4((0x41, 0x45, 0x10000 - 0x41 + 1), (0x4E00, 0x4E03, -10), (0xFFFF, 0xFFFF, 1)));
        Assert.Equal(1, face.GlyphFor(0x41));
        Assert.Equal(5, face.GlyphFor(0x45));
        Assert.Equal(0, face.GlyphFor(0x46));
        Assert.Equal(10, face.GlyphFor(0x4E00));
        Assert.Equal(13, face.GlyphFor(0x4E03));
        Assert.Equal(0, face.GlyphFor(0xFFFF));
    }

    [Fact]
    public void Format_6_is_an_array()
    {
        FontFace face = Open(3, 1, SyntheticFont.Format6(0x3007, 7, 0, 9));
        Assert.Equal([7, 0, 9, 0], new[] { 0x3007, 0x3008, 0x3009, 0x300A }.Select(code => (int)face.GlyphFor(code)));
    }

    [Fact]
    public void Format_12_is_groups_in_all_planes()
    {
        FontFace face = Open(3, 10, SyntheticFont.Groups(12, (0x41, 0x42, 1), (0x20BB7, 0x20BB9, 30)));
        Assert.Equal(2, face.GlyphFor(0x42));
        Assert.Equal(31, face.GlyphFor(0x20BB8));
        Assert.Equal(0, face.GlyphFor(0x0BB8));
    }

    [Fact]
    public void Format_13_maps_a_group_to_one_glyph()
    {
        FontFace face = Open(0, 6, SyntheticFont.Groups(13, (0x4E00, 0x9FFF, 3)));
        Assert.Equal(3, face.GlyphFor(0x4E00));
        Assert.Equal(3, face.GlyphFor(0x9FFF));
    }

    [Fact]
    public void A_glyph_the_face_does_not_have_is_a_character_it_does_not_have()
    {
        FontFace face = Open(3, 10, SyntheticFont.Groups(12, (0x41, 0x10FFFF, Glyphs - 2)));
        Assert.Equal(Glyphs - 1, face.GlyphFor(0x42));
        Assert.Equal(0, face.GlyphFor(0x43));
    }

    [Theory]
    [InlineData(0x50u, 0x60u, 0x55u, 0x70u)]
    [InlineData(0x60u, 0x50u, 0x70u, 0x80u)]
    [InlineData(0x50u, 0x60u, 0x70u, 0x110000u)]
    [InlineData(0x50u, 0xFFFFFFFFu, 0x70u, 0x80u)]
    public void Groups_that_overlap_or_descend_are_refused(uint start, uint end, uint nextStart, uint nextEnd) =>
        Assert.Equal("cmap", Assert.Throws<FontFormatException>(() =>
            Open(3, 10, SyntheticFont.Groups(12, (start, end, 1), (nextStart, nextEnd, 1)))).Table);

    [Fact]
    public void Segments_that_overlap_are_refused() =>
        Assert.Throws<FontFormatException>(() => Open(3, 1, SyntheticFont.Format4((0x41, 0x50, 1), (0x45, 0x60, 1))));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 0)]
    [InlineData(3, 3)]
    [InlineData(0, 5)]
    public void A_map_that_is_not_Unicode_is_refused(int platform, int encoding) =>
        Assert.Contains("no Unicode", Assert.Throws<FontFormatException>(() =>
            Open(platform, encoding, SyntheticFont.Format6('A', 1))).Message, StringComparison.Ordinal);

    private static FontFace Open(int platform, int encoding, byte[] subtable) =>
        FontFace.Open(SyntheticFont.TrueType(SyntheticFont.Map(platform, encoding, subtable), [.. Enumerable.Repeat(SyntheticFont.Square(0, 10), Glyphs)]), 0, "synthetic");
}
