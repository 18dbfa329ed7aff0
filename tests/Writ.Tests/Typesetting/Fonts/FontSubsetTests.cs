using Writ.Typesetting;

namespace Writ.Tests.Typesetting;

/// <summary>Subset outlines equal the originals: judged by fonttools, which shares no code with ours.</summary>
public sealed class FontSubsetTests
{
    private const string Text = "询问笔录：当事人王喆，2026年3月5日，罚款￥1,234.56元。《市场监督管理行政处罚程序规定》〔2026〕第〇号 Aé☑□①—…";

    [JudgedFontFact(TestFont.DejaVu)]
    public void Dejavu_with_composites_and_hinting() => Judge(TestFont.DejaVu, 0, Text + "ÀÉÎõüçŵǖḗﬁ½ǚ");

    [JudgedFontFact(TestFont.WenKai)]
    public void Wenkai() => Judge(TestFont.WenKai, 0, Text);

    [JudgedFontFact(TestFont.NotoSerif)]
    public void Noto_serif() => Judge(TestFont.NotoSerif, 0, Text);

    [JudgedFontFact(TestFont.Uming)]
    public void Uming_out_of_a_collection() => Judge(TestFont.Uming, 1, Text);

    [JudgedFontFact(TestFont.HanaMinA, TestFont.HanaMinB)]
    public void Hanamin()
    {
        Judge(TestFont.HanaMinA, 0, Text);
        Judge(TestFont.HanaMinB, 0, "𠮷𠀀𪛖𫜴𮯠");
    }

    [JudgedFontFact(TestFont.FandolFang)]
    public void Fandol_name_keyed_or_not_becomes_cid_keyed() => Judge(TestFont.FandolFang, 0, Text);

    [JudgedFontFact(TestFont.NotoSerifCjk)]
    public void Noto_serif_out_of_a_collection_with_many_font_dictionaries() => Judge(TestFont.NotoSerifCjk, TestFont.SimplifiedChinese, Text + "ㄅか가Я");

    [JudgedFontFact(TestFont.NotoSansCjk)]
    public void Noto_sans_every_hundredth_glyph()
    {
        FontFace face = TestFont.Open(TestFont.NotoSansCjk, TestFont.SimplifiedChinese);
        Judge(TestFont.NotoSansCjk, TestFont.SimplifiedChinese, face, [.. Enumerable.Range(0, face.GlyphCount / 100).Select(i => (ushort)(i * 100))]);
    }

    [FontFact(TestFont.WenKai)]
    public void A_subset_has_each_glyph_once_in_ascending_order_whatever_was_asked()
    {
        FontFace face = TestFont.Open(TestFont.WenKai);
        ushort[] glyphs = TestFont.Glyphs(face, Text);
        FontSubset once = face.Subset(glyphs);
        FontSubset again = face.Subset([.. glyphs.Reverse(), .. glyphs]);
        Assert.Equal(once.Program.ToArray(), again.Program.ToArray());
        Assert.Equal(once.BaseFont, again.BaseFont);
        Assert.Equal(0, once.Glyphs[0]);
        Assert.Equal(once.Glyphs.Distinct().Order(), once.Glyphs);
        foreach (ushort glyph in glyphs)
            Assert.Equal(glyph, once.Glyphs[once.NewGlyph(glyph)]);
        Assert.Throws<ArgumentException>(() => once.NewGlyph(1));
    }

    [FontFact(TestFont.DejaVu)]
    public void Components_follow_behind_the_asked_for_glyphs()
    {
        FontFace face = TestFont.Open(TestFont.DejaVu);
        ushort composed = face.GlyphFor('é');
        FontSubset subset = face.Subset([composed]);
        Assert.Equal(1, subset.NewGlyph(composed));
        Assert.True(subset.Glyphs.Length > 2, "é is composed of e and an accent");
        Assert.Contains(face.GlyphFor('e'), subset.Glyphs);
    }

    [FontFact(TestFont.DejaVu)]
    public void Widths_are_thousandths_of_an_em()
    {
        FontFace face = TestFont.Open(TestFont.DejaVu);
        FontSubset subset = face.Subset([face.GlyphFor('A')]);
        Assert.Equal(2048, face.UnitsPerEm);
        Assert.Equal(face.AdvanceOf(face.GlyphFor('A')) * 1000 / 2048.0, subset.Widths[1]);
    }

    [FontFact(TestFont.NotoSerifCjk, TestFont.DejaVu)]
    public void The_tag_is_six_capitals_and_follows_the_glyphs()
    {
        foreach (FontFace face in (FontFace[])[TestFont.Open(TestFont.NotoSerifCjk, 2), TestFont.Open(TestFont.DejaVu)])
        {
            FontSubset a = face.Subset([face.GlyphFor('a')]), b = face.Subset([face.GlyphFor('b')]);
            Assert.Matches("^[A-Z]{6}$", a.Tag);
            Assert.NotEqual(a.Tag, b.Tag);
            Assert.Equal($"{a.Tag}+{face.PostScriptName}", a.BaseFont);
        }
    }

    [FontFact(TestFont.NotoSerifCjk, TestFont.DejaVu)]
    public void A_subset_of_nothing_is_notdef_alone()
    {
        foreach (FontFace face in (FontFace[])[TestFont.Open(TestFont.NotoSerifCjk, 2), TestFont.Open(TestFont.DejaVu)])
            Assert.Equal([0], face.Subset([]).Glyphs.Where(glyph => glyph == 0).Distinct());
    }

    [FontFact(TestFont.DejaVu)]
    public void A_glyph_the_face_does_not_have_is_our_own_mistake()
    {
        FontFace face = TestFont.Open(TestFont.DejaVu);
        Assert.Throws<ArgumentException>(() => face.Subset([ushort.MaxValue]));
        Assert.Throws<ArgumentException>(() => face.OutlineOf(ushort.MaxValue));
    }

    [FontFact(TestFont.NotoSerifCjk, TestFont.WenKai)]
    public void One_face_serves_many_threads()
    {
        foreach (FontFace face in (FontFace[])[TestFont.Open(TestFont.NotoSerifCjk, 2), TestFont.Open(TestFont.WenKai)])
        {
            string[] bases = [.. ParallelEnumerable.Range(0, 64).Select(_ => face.Subset(TestFont.Glyphs(face, Text)).BaseFont)];
            Assert.Single(bases.Distinct());
        }
    }

    private static void Judge(string file, int index, string text)
    {
        FontFace face = TestFont.Open(file, index);
        Judge(file, index, face, TestFont.Glyphs(face, text));
    }

    private static void Judge(string file, int index, FontFace face, ushort[] glyphs)
    {
        FontSubset subset = face.Subset(glyphs);
        Assert.Equal($"judged {subset.Glyphs.Length}", FontTools.Compare(file, index, subset));
    }
}
