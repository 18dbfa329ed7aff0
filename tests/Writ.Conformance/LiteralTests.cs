using System.Text.Json;
using System.Text.Json.Nodes;
using Writ.Documents;
using Writ.Outside;

namespace Writ.Conformance;

/// <summary>Data is never markup and never code: what looks like it is printed as it stands.</summary>
public sealed class LiteralTests
{
    public static TheoryData<string> Values =>
        ["{{ 1+1 }}", "{% raw %}<b>", "<script>alert(1)</script>", "</td></tr></table>", "&amp;&#x4e2d;&lt;", "]]>{{ include 'x' }}", "<slot name=\"party\"/>", "endobj >> \\( %%EOF", "{{ for i in 1..9 }}{{ i }}{{ end }}"];

    [JudgedTheory("pdftotext"), MemberData(nameof(Values))]
    public void A_value_that_looks_like_code_is_printed_literally(string value)
    {
        Chancery house = Examples.Chancery;
        Pack pack = house.Packs.Find("xunwen-bilu")!;
        JsonNode data = JsonNode.Parse(pack.Examples.First(example => example.Name == "ordinary").Json.Span)!;
        data["turns"]![0]!["answer"] = $"甲{value}乙";
        DateTimeOffset now = house.Now;
        CheckResult check = pack.Check(data.Deserialize<JsonElement>(), house.Packs.Profiles["default"], now);
        Assert.True(check.Passed, string.Join('\n', check.Problems));
        RenderResult result = house.Render(check.Checked!, now);
        Assert.True(result.Writ is not null, string.Join('\n', result.Problems));

        string file = Path.GetTempFileName();
        File.WriteAllBytes(file, result.Writ.Pdf.Span);
        Ruling ruling = Judge.PdfToText.Ask("-raw", "-enc", "UTF-8", file, "-");
        File.Delete(file);
        Assert.True(new PageText(ruling.Output).Has($"甲{value}乙"), ruling.Output);
    }
}
