using Writ.Typesetting;

namespace Writ.Tests.Typesetting;

public sealed class FontFaceTests
{
    [FontFact(TestFont.DejaVu, TestFont.WenKai, TestFont.NotoSerifCjk, TestFont.FandolFang, TestFont.HanaMinA, TestFont.Uming, TestFont.NotoSerif)]
    public void The_default_faces_say_who_they_are()
    {
        string[] faces =
        [
            Describe(TestFont.Open(TestFont.DejaVu)),
            Describe(TestFont.Open(TestFont.WenKai)),
            Describe(TestFont.Open(TestFont.NotoSerif)),
            Describe(TestFont.Open(TestFont.NotoSerifCjk, TestFont.SimplifiedChinese)),
            Describe(TestFont.Open(TestFont.FandolFang)),
            Describe(TestFont.Open(TestFont.HanaMinA)),
            Describe(TestFont.Open(TestFont.Uming)),
        ];
        Golden.Check("typesetting/fonts/default-faces.txt", string.Concat(faces));
    }

    [FontFact(TestFont.NotoSerifCjk)]
    public void The_faces_of_a_collection_are_different_faces_of_one_file()
    {
        FontFace japanese = TestFont.Open(TestFont.NotoSerifCjk, 0), chinese = TestFont.Open(TestFont.NotoSerifCjk, TestFont.SimplifiedChinese);
        Assert.Equal("NotoSerifCJKjp-Regular", japanese.PostScriptName);
        Assert.Equal("NotoSerifCJKsc-Regular", chinese.PostScriptName);
        // 直 is drawn differently in the two languages.
        Assert.NotEqual(japanese.GlyphFor('直'), chinese.GlyphFor('直'));
    }

    [FontFact(TestFont.NotoSerifCjk)]
    public void A_face_the_collection_does_not_have_is_refused()
    {
        FontFormatException refused = Assert.Throws<FontFormatException>(() => TestFont.Open(TestFont.NotoSerifCjk, 5));
        Assert.Equal("file", refused.Table);
        Assert.Contains("face 5", refused.Message, StringComparison.Ordinal);
    }

    [FontFact(TestFont.DejaVu)]
    public void An_outline_is_closed_contours()
    {
        FontFace face = TestFont.Open(TestFont.DejaVu);
        GlyphOutline outline = face.OutlineOf(face.GlyphFor('B'));
        Assert.Equal(3, outline.Segments.Count(segment => segment.Kind == OutlineSegmentKind.Move));
        Assert.Equal(3, outline.Segments.Count(segment => segment.Kind == OutlineSegmentKind.Close));
        Assert.True(face.OutlineOf(face.GlyphFor(' ')).IsEmpty);
        Assert.Equal(outline, face.OutlineOf(face.GlyphFor('B')));
    }

    [FontFact(TestFont.WenKai)]
    public void Unknown_and_impossible_characters_have_no_glyph()
    {
        FontFace face = TestFont.Open(TestFont.WenKai);
        Assert.Equal(0, face.GlyphFor(0x30000));
        Assert.Equal(0, face.GlyphFor(-1));
        Assert.Equal(0, face.GlyphFor(0x110000));
        Assert.Equal(0, face.GlyphFor(int.MaxValue));
    }

    private static string Describe(FontFace face) =>
        $"{face.PostScriptName}\n  {face.Outlines}, {face.GlyphCount} glyphs, {face.UnitsPerEm} units, fsType {face.FsType}, weight {face.Weight}\n" +
        $"  ascent {face.Ascent}, descent {face.Descent}, capitals {face.CapHeight}, stem {face.StemV}, slant {face.ItalicAngle}, fixed {face.IsFixedPitch}\n" +
        $"  box {face.Bounds.MinX} {face.Bounds.MinY} {face.Bounds.MaxX} {face.Bounds.MaxY}\n" +
        $"  一 glyph {face.GlyphFor('一')} advance {face.AdvanceOf(face.GlyphFor('一'))}, A glyph {face.GlyphFor('A')} advance {face.AdvanceOf(face.GlyphFor('A'))}\n";
}
