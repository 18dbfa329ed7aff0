using Writ.Typesetting;

namespace Writ.Tests.Typesetting;

/// <summary>Composite glyphs: placed, scaled, tied, nested, and the loops a hostile font builds of them.</summary>
public sealed class CompositeGlyphTests
{
    private const int Words = 1, Offsets = 2, Scaled = 8, ScaledXAndY = 0x40, Transformed = 0x80;

    [Fact]
    public void A_component_is_moved() =>
        Assert.Equal("107 -5, 117 -5, 117 5, 107 5", Corners(SyntheticFont.Composite((Offsets, 1, [7, 0xFB]))));

    [Fact]
    public void A_component_is_scaled() =>
        Assert.Equal("50 0, 55 0, 55 5, 50 5", Corners(SyntheticFont.Composite((Offsets | Scaled, 1, [0, 0, 0x20, 0]))));

    [Fact]
    public void A_component_is_scaled_by_two() =>
        Assert.Equal("50 0, 55 0, 55 10, 50 10", Corners(SyntheticFont.Composite((Offsets | ScaledXAndY, 1, [0, 0, 0x20, 0, 0x40, 0]))));

    // x' = xx·x + yx·y, y' = xy·x + yy·y: a quarter turn.
    [Fact]
    public void A_component_is_turned() =>
        Assert.Equal("0 100, 0 110, -10 110, -10 100", Corners(SyntheticFont.Composite((Offsets | Transformed, 1, [0, 0, 0, 0, 0x40, 0, 0xC0, 0, 0, 0]))));

    [Fact]
    public void A_component_is_tied_point_to_point() =>
        Assert.Equal("100 0, 110 0, 110 10, 100 10, 110 10, 120 10, 120 20, 110 20",
            Corners(SyntheticFont.Composite((Offsets, 1, [0, 0]), (0, 1, [2, 0]))));

    [Fact]
    public void A_tie_to_a_point_that_does_not_exist_is_refused() =>
        Assert.Throws<FontFormatException>(() => Corners(SyntheticFont.Composite((0, 1, [2, 0]))));

    [Fact]
    public void A_composite_of_itself_is_refused_to_draw_and_still_copied_once()
    {
        FontFace face = Open(SyntheticFont.Composite((Words | Offsets, 2, [0, 0, 0, 0])));
        Assert.Contains("deeper", Assert.Throws<FontFormatException>(() => face.OutlineOf(2)).Message, StringComparison.Ordinal);
        Assert.Equal([0, 2], face.Subset([2]).Glyphs.Select(glyph => (int)glyph));
    }

    [Fact]
    public void Composites_that_multiply_meet_the_limit()
    {
        byte[][] glyphs = new byte[9][];
        glyphs[0] = SyntheticFont.Square(0, 1);
        for (int i = 1; i < glyphs.Length; i++)
            glyphs[i] = SyntheticFont.Composite([.. Enumerable.Repeat((Offsets, i - 1, new byte[2]), 40)]);
        FontFace face = Open(glyphs);
        Assert.Contains("parts", Assert.Throws<FontFormatException>(() => face.OutlineOf(8)).Message, StringComparison.Ordinal);
        Assert.Equal(9, face.Subset([8]).Glyphs.Length);
    }

    [Fact]
    public void A_component_that_is_no_glyph_is_refused()
    {
        FontFace face = Open(SyntheticFont.Composite((Offsets, 999, [0, 0])));
        Assert.Throws<FontFormatException>(() => face.OutlineOf(2));
        Assert.Throws<FontFormatException>(() => face.Subset([2]));
    }

    private static string Corners(byte[] composite) => string.Join(", ", Open(composite).OutlineOf(2).Segments
        .Where(segment => segment.Kind is OutlineSegmentKind.Move or OutlineSegmentKind.Line).Select(segment => $"{segment.X} {segment.Y}"));

    private static FontFace Open(byte[] composite) => Open([SyntheticFont.Square(0, 1), SyntheticFont.Square(100, 10), composite]);

    private static FontFace Open(byte[][] glyphs) =>
        FontFace.Open(SyntheticFont.TrueType(SyntheticFont.Map(3, 1, SyntheticFont.Format6('A', 1)), glyphs), 0, "synthetic");
}
