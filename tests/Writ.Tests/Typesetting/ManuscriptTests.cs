using Writ.Typesetting;

namespace Writ.Tests.Typesetting;

public class ManuscriptTests
{
    [Theory]
    [InlineData("", "no-root", 1, 1)]
    [InlineData("<p/>", "no-root", 1, 1)]
    [InlineData("<writ/>", "title-missing", 1, 1)]
    [InlineData("<writ title='t'><script/></writ>", "unknown-element", 1, 17)]
    [InlineData("<writ title='t'>\n <p onclick='x'/></writ>", "unknown-attribute", 2, 5)]
    [InlineData("<writ title='t'>\n text</writ>", "misplaced-text", 1, 17)]
    [InlineData("<writ title='t'><p><p/></p></writ>", "misplaced-element", 1, 20)]
    [InlineData("<writ title='t'><p>a</b></writ>", "wrong-end-tag", 1, 21)]
    [InlineData("<writ title='t'><p>a", "unclosed-element", 1, 21)]
    [InlineData("<writ title='t'><p>a &b; c</p></writ>", "bad-reference", 1, 22)]
    [InlineData("<writ title='t'><p>a & c</p></writ>", "bad-reference", 1, 22)]
    [InlineData("<writ title='t'><p>&#0;</p></writ>", "bad-reference", 1, 20)]
    [InlineData("<writ title='t'><p>\u0001</p></writ>", "forbidden-character", 1, 20)]
    [InlineData("<writ title='t'><p style='colour: red'/></writ>", "unknown-property", 1, 17)]
    [InlineData("<writ title='t'><p style='color: rouge'/></writ>", "bad-value", 1, 17)]
    [InlineData("<writ title='t'><p><slot/></p></writ>", "attribute-missing", 1, 20)]
    [InlineData("<writ title='t'><p><check on='yes'/></p></writ>", "bad-attribute", 1, 20)]
    [InlineData("<writ title='t'><table><tr><td colspan='0'/></tr></table></writ>", "bad-attribute", 1, 28)]
    [InlineData("<writ title='t'><table><cols widths='1px'/></table></writ>", "bad-attribute", 1, 24)]
    [InlineData("<writ title='t'><div><p>a</p>b</div></writ>", "mixed-content", 1, 30)]
    [InlineData("<writ title='t'><p a='1</p></writ>", "unknown-attribute", 1, 20)]
    [InlineData("<writ title='t'><p class='1</p></writ>", "attribute-not-closed", 1, 27)]
    [InlineData("<writ title='t'><p class='1' class='2'/></writ>", "repeated-attribute", 1, 30)]
    [InlineData("<writ title='t'><page-footer/><page-footer/></writ>", "repeated-element", 1, 31)]
    [InlineData("<writ title='t'><div><copy label='x'/></div></writ>", "misplaced-element", 1, 22)]
    [InlineData("<writ title='t'/>x", "text-after-root", 1, 18)]
    [InlineData("<!DOCTYPE x><writ title='t'/>", "name-expected", 1, 2)]
    public void What_the_markup_does_not_know_is_refused_with_its_place(string markup, string code, int line, int column)
    {
        ManuscriptException wrong = Assert.Throws<ManuscriptException>(() => Manuscript.Read(markup));
        Assert.Equal((code, line, column), (wrong.Code, wrong.Line, wrong.Column));
    }

    [Fact]
    public void Nesting_and_size_are_limited()
    {
        string deep = "<writ title='t'>" + string.Concat(Enumerable.Repeat("<div>", 100)) + string.Concat(Enumerable.Repeat("</div>", 100)) + "</writ>";
        Assert.Equal("too-deep", Assert.Throws<ManuscriptException>(() => Manuscript.Read(deep)).Code);
        Assert.Equal("manuscript-too-large", Assert.Throws<ManuscriptException>(() => Manuscript.Read(deep, LayoutLimits.Default with { MarkupSize = 10 })).Code);
    }

    [Fact]
    public void References_print_what_they_stand_for() =>
        Assert.Equal(["<b>&\"'", "甲A"], Setting.Lines(Setting.Lay("<p>&lt;b&gt;&amp;&quot;&apos;<br/>&#x7532;&#65;</p>")));
}
