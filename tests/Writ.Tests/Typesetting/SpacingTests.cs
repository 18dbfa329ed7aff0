namespace Writ.Tests.Typesetting;

/// <summary>Where glyphs come to stand: punctuation, Latin beside Han, justification. Ten characters of 16 pt fit a line.</summary>
public class SpacingTests
{
    [Fact]
    public void Spacing_of_lines() => Golden.Check("typesetting/spacing.txt", string.Concat(
        Case("two closing marks close up", "<p>甲（乙）。丙</p>"),
        Case("closing and opening keep half an em", "<p>甲）（乙，“丙</p>"),
        Case("two opening marks close up", "<p>甲“《乙</p>"),
        Case("an opening mark at a line's start loses its blank", "<p>一二三四五六七八九《十甲》乙</p>"),
        Case("a first line keeps it", "<p>《一二三四》</p>"),
        Case("Latin and digits stand a quarter em from Han", "<p>共12件abc种</p>"),
        Case("source white space beside Han is nothing", "<p>共 12 件\n      甲 乙</p>"),
        Case("Latin words keep one space", "<p>one  two\n three</p>"),
        Case("slack goes to all gaps", "<p>一二三四五六七八九十。甲</p>"),
        Case("slack goes to word spaces first", "<p>ab cd ef gh ijk lmn opq</p>"),
        Case("slack goes to Latin–Han gaps, then to all", "<p>一二共12件三四ab五六七八九</p>"),
        Case("blanks close up to pull a stop in", "<p>一，二，三，四，五六七。九十</p>", "@page { size: 223pt 240pt; margin: 20pt; }"),
        Case("a stop hangs", "<p>一二三四五六七八九十。甲</p>", "p { hanging: on; }"),
        Case("right, centre", "<p style='text-align: right'>甲乙</p><p style='text-align: center'>甲乙</p>"),
        Case("first-line indent of two characters", "<p>一二三四五六七八九十</p>", "p { text-indent: 2em; }"),
        Case("letter spacing is part of the character", "<p>一二三四五</p>", "p { letter-spacing: 1pt; text-indent: 2em; }"),
        Case("full-width digits are set like Han", "<p>共１２件</p>"),
        Case("a turn hangs its word", "<turn who=\"问\">一二三四五六七八九十</turn>", "turn { padding-left: 2em; }"),
        Case("br ends a line without stretching it", "<p>一二三<br/>四五六</p>")));

    private static string Case(string name, string content, string css = "") => $"# {name}\n{Setting.Spacing(content, css)}\n";
}
