using Writ.Typesetting;

namespace Writ.Tests.Typesetting;

public class StyleSheetTests
{
    [Theory]
    [InlineData("p { colour: red; }", "unknown-property", 1, 5)]
    [InlineData("p {\n  color: rouge;\n}", "bad-value", 2, 3)]
    [InlineData("blink { color: red; }", "unknown-selector", 1, 1)]
    [InlineData("p > b { color: red; }", "syntax", 1, 3)]
    [InlineData("@media print { }", "unknown-rule", 1, 1)]
    [InlineData("@page { size: B4; }", "bad-value", 1, 9)]
    [InlineData("@page { margin: 400mm 26mm 35mm 28mm; }", "bad-value", 1, 1)]
    [InlineData("p { margin: -1px; }", "bad-value", 1, 5)]
    [InlineData("p { color: red", "syntax", 1, 15)]
    [InlineData("/* never closed", "syntax", 1, 1)]
    public void What_the_subset_does_not_know_is_refused_with_its_place(string css, string code, int line, int column)
    {
        StyleSheetException wrong = Assert.Throws<StyleSheetException>(() => StyleSheet.Parse(css));
        Assert.Equal((code, line, column), (wrong.Code, wrong.Line, wrong.Column));
    }

    [Theory]
    // A class outweighs an element, the style attribute both; later beats earlier among equals.
    [InlineData("p { font-size: 8pt; } .x { font-size: 10pt; } p { font-size: 9pt; }", "<p class=\"x\">甲</p>", 10)]
    [InlineData("p { font-size: 8pt; } p { font-size: 9pt; }", "<p class=\"x\">甲</p>", 9)]
    [InlineData(".x { font-size: 10pt; } p.x { font-size: 11pt; } .y { font-size: 12pt; }", "<p class=\"x\">甲</p>", 11)]
    [InlineData(".x { font-size: 10pt; }", "<p class=\"y x\" style=\"font-size: 小四\">甲</p>", 12)]
    [InlineData("div { font-size: 10pt; }", "<div><p><span style=\"font-size: 1.5em\">甲</span></p></div>", 15)]
    public void The_cascade(string css, string content, double size) =>
        Assert.Equal(size, Setting.Lay(content, css).Pages[0].Items.OfType<GlyphRun>().Single().Size);
}
