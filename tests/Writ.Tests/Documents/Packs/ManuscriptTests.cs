using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Writ.Documents;
using Writ.Typesetting;

namespace Writ.Tests.Documents.Packs;

/// <summary>Every example of every pack becomes a manuscript the typesetter can read, and prints every value of its data.</summary>
public sealed class ManuscriptTests
{
    public static TheoryData<string, string> Examples
    {
        get
        {
            var examples = new TheoryData<string, string>();
            foreach (var pack in Templates.Library.Packs)
                foreach (var example in pack.Examples.Where(example => !example.IsRejected)) examples.Add(pack.Id, example.Name);
            return examples;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Examples_become_manuscripts(string id, string name) => Manuscript.Read(Write(id, name).Text);

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_value_is_printed(string id, string name)
    {
        var printed = Squeezed(XDocument.Parse(Write(id, name).Text).Root!.Value);
        var missing = new List<string>();
        var pictures = Checked(id, name).Images;
        Collect(JsonElement.Parse(Templates.Example(id, name).Json.Span), "$", (path, value) =>
        {
            // A picture is shown, not read.
            if (pictures.Values.Any(picture => Convert.ToBase64String(picture.Span) == value)) return;
            if (!Shown(value).Any(form => printed.Contains(Squeezed(form), StringComparison.Ordinal))) missing.Add($"{path} = {value}");
        });
        Assert.True(missing.Count == 0, $"{id}/{name} does not print:\n{string.Join("\n", missing)}");
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Manuscripts_are_golden(string id, string name) => Golden.Check($"packs/{id}.{name}.xml", Write(id, name).Text);

    [Fact]
    public void Data_never_becomes_markup_or_code()
    {
        var text = Squeezed(XDocument.Parse(Write("xunwen-bilu", "maximal").Text).Root!.Value);
        Assert.Contains("<script>、{{1+1}}、</td>与&amp;", text, StringComparison.Ordinal);
        Assert.Contains("<b>x</b>&{{data}}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manuscript_leads_back_to_its_template_line()
    {
        var written = Write("cuigao-shu", "ordinary");
        var span = written.Source.Find(written.Text.IndexOf("无正当理由", StringComparison.Ordinal));
        Assert.Equal("cuigao-shu/writ.sbn", span?.File);
        Assert.True(span?.Line > 20);
    }

    private static WrittenManuscript Write(string id, string name)
    {
        var data = Checked(id, name);
        return data.Pack.Write(data, Templates.Now);
    }

    private static CheckedData Checked(string id, string name)
    {
        var example = Templates.Example(id, name);
        return Templates.Library.Find(id)!.Check(JsonElement.Parse(example.Json.Span), Templates.Library.Profiles[example.Profile], Templates.Now).Checked!;
    }

    /// <summary>The forms a value may be printed in: as it is, as a Chinese date, as a Chinese moment.</summary>
    private static IEnumerable<string> Shown(string value)
    {
        yield return value;
        if (DateTime.TryParseExact(value, ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
            yield return moment.ToString(value.Length == 10 ? "yyyy年M月d日" : "yyyy年M月d日H时m分", CultureInfo.InvariantCulture);
        if (value.Length == 16 && value.EndsWith("T00:00", StringComparison.Ordinal)) yield return moment.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
        if (value is "向被询问人宣读" or "被询问人阅看") yield return "笔录";
    }

    private static void Collect(JsonElement value, string path, Action<string, string> found)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                    // The kind of a party decides thresholds; it is no line of the form.
                    if (member.Name != "kind" || path != "$.party") Collect(member.Value, $"{path}.{member.Name}", found);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray()) Collect(item, path + "[]", found);
                break;
            case JsonValueKind.String:
                foreach (var line in value.GetString()!.Split('\n')) found(path, line);
                break;
            case JsonValueKind.Number:
                found(path, value.GetRawText());
                break;
        }
    }

    private static string Squeezed(string text)
    {
        var squeezed = new StringBuilder();
        foreach (var c in text)
            if (!char.IsWhiteSpace(c)) squeezed.Append(c);
        return squeezed.ToString();
    }
}
