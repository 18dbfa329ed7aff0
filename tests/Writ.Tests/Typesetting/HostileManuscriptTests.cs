using System.Text;
using Writ.Typesetting;

namespace Writ.Tests.Typesetting;

/// <summary>Mutated manuscripts either read and lay, or are refused by the room's own exception; nothing else comes out.</summary>
public class HostileManuscriptTests
{
    private const string Seed = """
        <writ title="试"><page-footer><p>第<page-number/>页<slot name="p"/></p></page-footer><h1>题</h1>
        <p class="a" style="text-align: right">甲&lt;<fill>乙</fill><check on="true"/>〔2026〕10号</p>
        <turn who="问">abc 12.5%</turn><ul><li>一</li></ul><table><cols widths="1* 20pt"/><tr><td rowspan="2">x</td><td colspan="3"/></tr><tr/></table>
        <seal name="b"><p>局</p></seal><rest>白</rest></writ>
        """;

    [Fact]
    public void Mutations_never_crash_or_hang()
    {
        Random random = new(20260305);
        string[] tokens = ["<p>", "</p>", "<td>", "</td>", "<tr>", "</tr>", "<slot name='x'/>", "&#x20000;", "&amp;", "\"", "<", ">", "—", "“", "（", "1", "a", " ", "\u200B", "<br/>", "<keep>", "</keep>", "style=\"width: 9999pt\"", "rowspan=\"9\"", "colspan=\"9\""];
        int laid = 0;
        for (int round = 0; round < 4000; round++)
        {
            StringBuilder text = new(Seed);
            for (int change = random.Next(1, 5); change > 0; change--)
            {
                int at = random.Next(text.Length);
                if (random.Next(2) == 0)
                    text.Remove(at, Math.Min(random.Next(1, 6), text.Length - at));
                else
                    text.Insert(at, tokens[random.Next(tokens.Length)]);
            }
            laid += Lays(text.ToString()) ? 1 : 0;
        }
        Assert.InRange(laid, 50, 4000);
    }

    [Theory]
    [InlineData("<p style=\"font-size: 400pt\">一二三</p>")]
    [InlineData("<p><slot name=\"a\" style=\"width: 9999pt; height: 9999pt\"/></p>")]
    [InlineData("<p style=\"margin-left: 9999pt; text-indent: 999em\">一二三</p>")]
    [InlineData("<table><cols widths=\"900pt 900pt\"/><tr><td>一</td><td>二</td></tr></table>")]
    [InlineData("<page-footer><p style=\"line-height: 900pt\">一</p></page-footer><p>二</p>")]
    [InlineData("<div style=\"padding: 900pt\"><p>一</p></div><p>二</p>")]
    [InlineData("<keep><p style=\"line-height: 90pt\">一</p><p style=\"line-height: 90pt\">二</p><p style=\"line-height: 90pt\">三</p></keep>")]
    [InlineData("<seal name=\"b\" style=\"width: 900pt\"><p>一</p></seal>")]
    [InlineData("<p><br/><br/></p><p></p><div></div><ul></ul><table></table><seal name=\"b\"></seal><rest></rest>")]
    [InlineData("<p style=\"letter-spacing: -99pt\">一二三</p>")]
    public void What_cannot_fit_still_ends(string content)
    {
        LayoutResult result = Setting.Try(content);
        Assert.True(result.Layout is not null || result.Problems.Length > 0);
    }

    private static bool Lays(string markup)
    {
        Manuscript manuscript;
        try
        {
            manuscript = Manuscript.Read(markup);
        }
        catch (ManuscriptException)
        {
            return false;
        }
        LayoutResult result = Typesetter.Lay(manuscript, StyleSheet.Default, MockFont.Library, new Dictionary<string, ReadOnlyMemory<byte>>(), LayoutLimits.Default with { Pages = 200 });
        Assert.True(result.Layout is not null || result.Problems.Length > 0);
        return result.Layout is not null;
    }
}
