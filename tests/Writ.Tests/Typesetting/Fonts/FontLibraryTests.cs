using System.Collections.Immutable;
using Writ.Typesetting;

namespace Writ.Tests.Typesetting;

public sealed class FontLibraryTests
{
    private static readonly FontFace Latin = Open("latin", ('A', 1), ('B', 2));
    private static readonly FontFace Rare = Open("rare", ('B', 3), (0x20BB7, 4), (0xE000, 5), (0xFFFE, 1), (0xF0000, 1));
    private static readonly FontFace Hei = Open("hei", ('A', 6));
    private static readonly FontFace Bold = Open("bold", ('A', 7));

    private static readonly FontLibrary Library = new([Role("song", Latin, Rare), Role("kai", Latin), Role("kai-bold", Bold), Role("hei", Hei)]);

    [Fact]
    public void The_first_face_that_has_a_character_prints_it()
    {
        Assert.Equal(new ResolvedGlyph(Latin, 2), Library.Resolve("song", bold: false, 'B'));
        Assert.Equal(new ResolvedGlyph(Rare, 4), Library.Resolve("song", bold: false, 0x20BB7));
    }

    [Fact]
    public void A_character_no_face_has_is_null() => Assert.Null(Library.Resolve("kai", bold: false, 0x20BB7));

    [Theory]
    [InlineData(0xE000)]
    [InlineData(0xF0000)]
    [InlineData(0xFFFE)]
    [InlineData(0xD800)]
    [InlineData('\n')]
    public void What_means_nothing_elsewhere_is_refused_though_a_face_has_it(int codePoint) => Assert.Null(Library.Resolve("song", bold: false, codePoint));

    [Fact]
    public void Bold_is_the_bold_role_else_hei()
    {
        Assert.Equal(Bold, Library.Resolve("kai", bold: true, 'A')!.Value.Face);
        Assert.Equal(Hei, Library.Resolve("song", bold: true, 'A')!.Value.Face);
        Assert.Equal(Hei, Library.Resolve("hei", bold: true, 'A')!.Value.Face);
        Assert.Equal(Bold, Library.Resolve("kai-bold", bold: true, 'A')!.Value.Face);
    }

    [Fact]
    public void An_unknown_role_names_the_known() =>
        Assert.Contains("hei, kai, kai-bold, song", Assert.Throws<ArgumentException>(() => Library.Chain("fangsong")).Message, StringComparison.Ordinal);

    private static KeyValuePair<string, ImmutableArray<FontFace>> Role(string role, params FontFace[] faces) => new(role, [.. faces]);

    private static FontFace Open(string name, params (int Code, int Glyph)[] characters) => FontFace.Open(
        SyntheticFont.TrueType(
            SyntheticFont.Map(3, 10, SyntheticFont.Groups(12, [.. characters.OrderBy(c => c.Code).Select(c => ((uint)c.Code, (uint)c.Code, (uint)c.Glyph))])),
            [.. Enumerable.Repeat(SyntheticFont.Square(0, 10), 10)]), 0, name);
}
