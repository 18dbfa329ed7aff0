using Writ.Typesetting;

namespace Writ.Tests.Typesetting;

/// <summary>Type 2 charstrings: whatever way it is written, the same drawing has the same outline.</summary>
public sealed class CharstringTests
{
    private static readonly GlyphOutline Square = Draw("10 20 rmoveto 100 hlineto 100 vlineto -100 hlineto endchar");

    [Fact]
    public void A_square_is_drawn() => Assert.Equal(
        "Move 10 20, Line 110 20, Line 110 120, Line 10 120, Close 10 20",
        string.Join(", ", Square.Segments.Select(segment => $"{segment.Kind} {segment.X} {segment.Y}")));

    [Theory]
    [InlineData("10 20 rmoveto 100 0 0 100 -100 0 rlineto endchar")]
    [InlineData("10 20 rmoveto 100 100 -100 hlineto endchar")]
    [InlineData("10 20 rmoveto 100 100 -100 hlineto")]
    [InlineData("77 10 20 rmoveto 100 100 -100 hlineto endchar")]
    [InlineData("5 7 hstemhm 3 4 hintmask #C0 10 20 rmoveto 100 100 -100 hlineto hintmask #80 endchar")]
    [InlineData("9 5 7 hstem 3 4 vstem 10 20 rmoveto 100 100 -100 hlineto endchar")]
    [InlineData("10 20 rmoveto 40 60 add 300 3 div 0 100 sub hlineto endchar")]
    [InlineData("20 10 exch rmoveto 100 dup dup neg hlineto endchar")]
    [InlineData("10 20 rmoveto 50 2 mul 10000 sqrt -100 abs neg hlineto endchar")]
    [InlineData("10 20 rmoveto 100 7 put 7 get 100 -100 5 drop hlineto endchar")]
    [InlineData("10 20 rmoveto -100 100 100 3 -1 roll hlineto endchar")]
    [InlineData("10 20 rmoveto 100 9 1 2 ifelse 100 -100 hlineto endchar")]
    [InlineData("10 20 rmoveto 100 0 index 1 index neg hlineto endchar")]
    [InlineData("10 20 rmoveto 1 1 eq 0 1 eq not and 0 or 100 mul 100 -100 hlineto endchar")]
    public void The_same_square_written_otherwise(string charstring) => Assert.Equal(Square, Draw(charstring));

    [Theory]
    [InlineData("0:callsubr", "10 20 rmoveto 1:callsubr endchar", "100 100 -100 hlineto return")]
    [InlineData("10 20 rmoveto 100 1:callsubr endchar", "return", "100 -100 hlineto")]
    [InlineData("10 20 rmoveto 1:callsubr 0:callsubr", "100 -100 hlineto endchar", "100 return")]
    // The number is a sum, and pushed by another subroutine.
    [InlineData("0:callsubr callsubr endchar", "-100 -6 add return", "10 20 rmoveto 100 100 -100 hlineto return")]
    public void The_same_square_by_subroutines(string charstring, string first, string second)
    {
        Assert.Equal(Square, Draw(charstring, [first, second]));
        Assert.Equal(Square, SyntheticCff.Face(charstring.Replace("callsubr", "callgsubr"), null,
            [first.Replace("callsubr", "callgsubr"), second]).OutlineOf(1));
    }

    [Theory]
    [InlineData("0 0 rmoveto 1 2 3 4 5 6 rrcurveto", "Cubic 1 2 4 6 9 12")]
    [InlineData("0 0 rmoveto 1 2 3 4 hhcurveto", "Cubic 1 0 3 3 7 3")]
    [InlineData("0 0 rmoveto 9 1 2 3 4 hhcurveto", "Cubic 1 9 3 12 7 12")]
    [InlineData("0 0 rmoveto 1 2 3 4 vvcurveto", "Cubic 0 1 2 4 2 8")]
    [InlineData("0 0 rmoveto 9 1 2 3 4 vvcurveto", "Cubic 9 1 11 4 11 8")]
    [InlineData("0 0 rmoveto 1 2 3 4 hvcurveto", "Cubic 1 0 3 3 3 7")]
    [InlineData("0 0 rmoveto 1 2 3 4 9 hvcurveto", "Cubic 1 0 3 3 12 7")]
    [InlineData("0 0 rmoveto 1 2 3 4 vhcurveto", "Cubic 0 1 2 4 6 4")]
    [InlineData("0 0 rmoveto 1 2 3 4 1 2 3 4 9 vhcurveto", "Cubic 0 1 2 4 6 4; Cubic 7 4 9 7 18 11")]
    [InlineData("0 0 rmoveto 1 2 3 4 5 6 7 8 rcurveline", "Cubic 1 2 4 6 9 12; Line 0 0 0 0 16 20")]
    [InlineData("0 0 rmoveto 7 8 1 2 3 4 5 6 rlinecurve", "Line 0 0 0 0 7 8; Cubic 8 10 11 14 16 20")]
    [InlineData("0 0 rmoveto 1 2 3 4 5 6 7 hflex", "Cubic 1 0 3 3 7 3; Cubic 12 3 18 0 25 0")]
    [InlineData("0 0 rmoveto 1 2 3 4 5 6 7 8 9 hflex1", "Cubic 1 2 4 6 9 6; Cubic 15 6 22 14 31 0")]
    [InlineData("0 0 rmoveto 1 2 3 4 5 6 7 8 9 10 11 12 50 flex", "Cubic 1 2 4 6 9 12; Cubic 16 20 25 30 36 42")]
    [InlineData("0 0 rmoveto 9 2 9 4 9 6 9 8 9 10 11 flex1", "Cubic 9 2 18 6 27 12; Cubic 36 20 45 30 56 0")]
    [InlineData("0 0 rmoveto 1 9 3 9 5 9 7 9 9 9 11 flex1", "Cubic 1 9 4 18 9 27; Cubic 16 36 25 45 0 56")]
    public void Every_drawing_operator(string charstring, string drawn)
    {
        GlyphOutline outline = Draw(charstring + " endchar");
        Assert.Equal(drawn, string.Join("; ", outline.Segments.Skip(1).SkipLast(1)
            .Select(s => $"{s.Kind} {s.X1} {s.Y1} {s.X2} {s.Y2} {s.X} {s.Y}")));
    }

    [Fact]
    public void A_subset_says_the_advances_of_hmtx_and_draws_the_same()
    {
        FontFace face = SyntheticCff.Face("0:callsubr", ["77 10 20 rmoveto 100 100 -100 hlineto endchar"]);
        FontSubset subset = face.Subset([1]);
        Assert.Equal<double>([500, 501], subset.Widths);
        CffTable read = CffTable.Read(new FontTable("CFF ", subset.Program), 2, FontLimits.Default);
        Assert.True(read.IsCidKeyed);
        // Advance 501 of nominal 600; .notdef has the default.
        CharstringFlattener flattener = read.Flattener();
        read.Flatten(1, flattener);
        Assert.Equal(-99 * 65536, flattener.Width);
        read.Flatten(0, flattener);
        Assert.Null(flattener.Width);
        Assert.Equal(Square, CharstringOutline.Read(read, 1));
    }

    [Fact]
    public void The_matrix_of_a_name_keyed_font_goes_to_the_top_and_counts_once()
    {
        FontSubset subset = Scaled("001").Subset([1]);
        CffTable read = CffTable.Read(new FontTable("CFF ", subset.Program), 2, FontLimits.Default);
        Assert.Equal([0.001, 0, 0, 0.001, 0, 0], read.Top.Find(CffOperator.FontMatrix)!);
        Assert.Equal([1, 0, 0, 1, 0, 0], read.Font(0).Matrix!);
        Assert.Equal(1000, read.UnitsPerEm(0));
    }

    [Fact]
    public void A_matrix_that_contradicts_head_is_refused() =>
        Assert.Contains("2000 units", Assert.Throws<FontFormatException>(() => Scaled("0005")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("0:callsubr", "0:callsubr", "deeper than 10")]
    [InlineData("9:callsubr", "return", "subroutine 9 of 1")]
    [InlineData("callsubr", "return", "lacks operands")]
    [InlineData("10 hlineto endchar", "return", "before it moves")]
    [InlineData("1 2 3 4 endchar", "return", "accented letter")]
    [InlineData("0 1 2 3 4 endchar", "return", "accented letter")]
    [InlineData("1 0 div rmoveto", "return", "divides by zero")]
    [InlineData("1 40 put", "return", "storage 40")]
    [InlineData("1 2 90 1 roll", "return", "rolls 90")]
    [InlineData("9 index", "return", "lacks operands")]
    [InlineData("32000 32000 mul", "return", "overflows")]
    [InlineData("1 2 rmoveto 1 2 3 rlineto", "return", "with 3 operands")]
    [InlineData("1 2 rmoveto #02", "return", "not defined")]
    [InlineData("1 2 hstemhm hintmask", "return", "1 bytes wanted")]
    [InlineData("1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "return", "more than 48")]
    public void Crimes_of_a_charstring(string charstring, string subroutine, string complaint)
    {
        FontFace face = SyntheticCff.Face(charstring, [subroutine]);
        FontFormatException refused = Assert.Throws<FontFormatException>(() => face.OutlineOf(1));
        Assert.Equal("CFF ", refused.Table);
        Assert.Contains(complaint, refused.Message, StringComparison.Ordinal);
        Assert.Throws<FontFormatException>(() => face.Subset([1]));
    }

    [Fact]
    public void Subroutines_that_multiply_meet_the_step_limit()
    {
        string[] local = [.. Enumerable.Range(1, 9).Select(next => string.Join(' ', Enumerable.Repeat($"{next}:callsubr", 20))), "5 5 rlineto"];
        FontFormatException refused = Assert.Throws<FontFormatException>(() => SyntheticCff.Face("0 0 rmoveto 0:callsubr", local).OutlineOf(1));
        Assert.Contains("steps", refused.Message, StringComparison.Ordinal);
    }

    private static FontFace Scaled(string matrix) => FontFace.Open(
        SyntheticFont.Compact(SyntheticFont.Map(3, 1, SyntheticFont.Format6('A', 1)),
            SyntheticCff.Build([SyntheticCff.Charstring("endchar"), SyntheticCff.Charstring("1 2 rmoveto endchar")], top: SyntheticCff.Matrix(matrix)), 2),
        0, "synthetic");

    private static GlyphOutline Draw(string charstring, string[]? local = null) => SyntheticCff.Face(charstring, local).OutlineOf(1);
}
