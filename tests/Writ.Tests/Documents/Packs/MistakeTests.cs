using System.Text;
using Writ.Documents;

namespace Writ.Tests.Documents.Packs;

/// <summary>Every mistake a maintainer can make is found by <c>writ check</c>, with its place. One pack, one change, one mistake.</summary>
public sealed class MistakeTests
{
    private const string Pack = "xunwen-tongzhishu";

    [Fact]
    public void A_pack_without_mistakes() => Assert.Empty(Found("writ.sbn", "", ""));

    [Fact]
    public void Field_used_but_not_declared() => Finds("writ.sbn", "{{ data.place }}", "{{ data.venue }}{{ data.place }}", "pack-field-undeclared", "{{ data.venue", 3);

    [Fact]
    public void Field_of_an_object_used_but_not_declared() => Finds("writ.sbn", "to: data.party.name", "to: data.party.nmae", "pack-field-undeclared", "data.party.nmae", 0);

    [Fact]
    public void Field_used_in_a_rule_but_not_declared() => Finds("rules.json", "\"must\": \"(data.at |", "\"must\": \"(data.when |", "pack-field-undeclared", null, 0);

    [Fact]
    public void Field_declared_but_never_used() => Finds("data.schema.json", "\"matter\": {", "\"remark\": {\"$ref\": \"shared:line\", \"title\": \"备注\", \"titleEn\": \"remark\"},\n    \"matter\": {", "pack-field-unused", null, 0);

    [Fact]
    public void Field_that_no_example_fills() => Finds("examples/maximal.json", "\"bringOther\"", "\"bringOther\"", "pack-field-without-example", null, 0, Removed("examples/maximal.json", "bringOther"));

    [Fact]
    public void Example_that_the_rules_refuse() => Finds("examples/ordinary.json", "\"issuedOn\": \"2026-", "\"issuedOn\": \"2126-", "pack-example-refused", null, 0);

    [Fact]
    public void Rejected_example_that_raises_something_else() => Finds("examples/rejected/time-past.json", "V-N12", "V-N13", "pack-example-differs", null, 0);

    [Fact]
    public void Slot_shown_but_not_declared() =>
        Finds("writ.sbn", "</writ>", "<p><slot name=\"witness\" part=\"ink\" label=\"见证人签名\"/></p>\n</writ>", "pack-slot-undeclared", null, 0);

    [Fact]
    public void Slot_declared_but_not_shown() => Finds("pack.json", "\"slots\": []",
        "\"slots\": [{\"name\": \"party\", \"role\": \"party\", \"label\": {\"zh\": \"当事人\", \"en\": \"party\"}, \"order\": 1, \"phrase\": null}]", "pack-slot-unplaced", null, 0);

    [Fact]
    public void Script_that_fails_on_an_example() => Finds("writ.sbn", "{{ data.at | cn.date_time }}", "{{ data.matter | cn.date_time }}", "pack-script-failed", "{{ data.matter | cn", 3);

    [Fact]
    public void Script_that_does_not_parse() => Finds("writ.sbn", "{{~ end ~}}", "{{~ edn ~}}", "pack-script-malformed", null, 0);

    [Fact]
    public void Markup_that_is_not_well_formed() => Finds("writ.sbn", "<p>请携带以下材料：</p>", "<p>请携带以下材料：", "pack-manuscript-malformed", null, 0);

    [Fact]
    public void Rule_that_does_not_parse() => Finds("rules.json", "data.issuedOn\"", "data.issuedOn ((\"", "pack-rule-malformed", null, 0);

    [Fact]
    public void Schema_keyword_that_does_not_exist() => Finds("data.schema.json", "\"maxItems\": 3", "\"maxItmes\": 3", "pack-key-unknown", "\"maxItmes\"", 0);

    [Fact]
    public void Schema_without_a_privacy_class() => Finds("data.schema.json", "  \"x-privacy\": \"P0\",\n", "", "pack-privacy-missing", null, 0);

    [Fact]
    public void Required_yes_or_no_that_could_not_be_masked() => Finds("data.schema.json", "\"required\": [\"documentNumber\",",
        "\"required\": [\"age\", \"documentNumber\",", "pack-privacy-unmaskable", "\"age\": {", 0, files => Replaced(files, "data.schema.json", "\"matter\": {", "\"age\": {\"type\": \"boolean\", \"title\": \"成年\", \"titleEn\": \"of age\", \"x-privacy\": \"P1\"},\n    \"matter\": {"));

    [Fact]
    public void Condition_of_a_class_that_does_not_parse() => Finds("data.schema.json", "\"titleEn\": \"matter\"}", "\"titleEn\": \"matter\", \"x-privacy\": \"P1\", \"x-privacy-when\": \"value ==\"}", "pack-value-not-allowed", null, 0);

    /// <param name="at">What stands at the place the mistake is told at, in the changed file; null where the place is the file, or a line alone.</param>
    /// <param name="shift">How many characters after the beginning of <paramref name="at"/>.</param>
    private static void Finds(string file, string text, string mistake, string code, string? at, int shift, Action<Dictionary<string, ReadOnlyMemory<byte>>>? further = null)
    {
        var files = Templates.Files();
        var changed = Replaced(files, file, text, mistake);
        further?.Invoke(files);
        if (further is not null) changed = Encoding.UTF8.GetString(files[$"{Pack}/{file}"].Span);
        var found = Examined(files);
        var problem = found.FirstOrDefault(problem => problem.Code == code);
        Assert.True(problem is not null, $"{code} was not found; found: {string.Join('\n', found)}");
        if (code is not ("pack-manuscript-malformed" or "pack-field-without-example" or "pack-slot-undeclared" or "pack-rule-malformed"))
            Assert.Equal($"{Pack}/{file}", problem.File);
        Assert.Contains(problem.Text.Zh, c => c >= 0x4E00);
        if (at is null) return;
        var offset = changed.IndexOf(at, StringComparison.Ordinal) + shift;
        var before = changed[..offset];
        Assert.Equal((before.Count(c => c == '\n') + 1, offset - before.LastIndexOf('\n')), (problem.Line, problem.Column));
    }

    private static IReadOnlyList<PackProblem> Found(string file, string text, string mistake)
    {
        var files = Templates.Files();
        if (text.Length > 0) Replaced(files, file, text, mistake);
        return Examined(files);
    }

    private static IReadOnlyList<PackProblem> Examined(Dictionary<string, ReadOnlyMemory<byte>> files)
    {
        try
        {
            var library = PackLibrary.Load(files);
            return library.Find(Pack)!.Examine(library.Profiles, Templates.Now);
        }
        catch (PackException mistakes)
        {
            return mistakes.Problems;
        }
    }

    private static string Replaced(Dictionary<string, ReadOnlyMemory<byte>> files, string file, string text, string mistake)
    {
        var old = Encoding.UTF8.GetString(files[$"{Pack}/{file}"].Span);
        Assert.Contains(text, old, StringComparison.Ordinal);
        var at = old.IndexOf(text, StringComparison.Ordinal);
        var changed = old[..at] + mistake + old[(at + text.Length)..];
        files[$"{Pack}/{file}"] = Encoding.UTF8.GetBytes(changed);
        return changed;
    }

    private static Action<Dictionary<string, ReadOnlyMemory<byte>>> Removed(string file, string member) => files =>
    {
        var data = System.Text.Json.Nodes.JsonNode.Parse(files[$"{Pack}/{file}"].Span)!.AsObject();
        Assert.True(data.Remove(member));
        files[$"{Pack}/{file}"] = Encoding.UTF8.GetBytes(data.ToJsonString());
    };
}
