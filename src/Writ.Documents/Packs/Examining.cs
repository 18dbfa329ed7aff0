using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Writ.Scripting;

namespace Writ.Documents.Packs;

/// <summary>
/// Looks a pack over as its maintainer would: fields used but not declared, fields declared but never used, examples that do not do what
/// their place says, slots without a declaration or without a place.
/// </summary>
internal sealed class Examining(Pack pack, Script script, RuleSet rules, IReadOnlyDictionary<string, Profile> profiles, DateTimeOffset now)
{
    private readonly List<PackProblem> _problems = [];
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private readonly HashSet<string> _placed = new(StringComparer.Ordinal);

    public IReadOnlyList<PackProblem> Run()
    {
        References();
        foreach (var example in pack.Examples) Example(example);
        Unused();
        return _problems;
    }

    private void References()
    {
        foreach (var reference in script.References()) Referenced(reference, $"{pack.Id}/writ.sbn", reference.Span.Line, reference.Span.Column, printing: true);
        foreach (var rule in rules.Rules)
            foreach (var expression in new[] { rule.When, rule.Must, rule.Each?.Size })
                foreach (var reference in expression?.References() ?? [])
                    Referenced(reference, rule.Text.File, rule.Text.At.Line, rule.Text.At.Column, printing: false);
    }

    private void Referenced(ScriptReference reference, string file, int line, int column, bool printing)
    {
        if (reference.Path.Count < 2 || reference.Path[0] != "data") return;
        var node = pack.Schema.Root;
        var path = "$";
        foreach (var step in reference.Path.Skip(1))
        {
            if (step == "[]")
            {
                if (node.Items is null) return;
                node = node.Items;
                path += "[*]";
                continue;
            }
            // What follows a value of another kind is the language's own (`size`).
            if (node.Type != SchemaType.Object) break;
            if (!node.Index.TryGetValue(step, out var at))
            {
                Complain(file, line, column, "pack-field-undeclared", $"字段“{path}.{step}”未声明", $"the field \"{path}.{step}\" is not declared");
                return;
            }
            node = node.Properties[at].Schema;
            path += "." + step;
        }
        // A rule uses a single value; that it looks at a list or an object does not mean that anybody prints what is in it.
        if (printing || node.Type is not (SchemaType.Object or SchemaType.Array)) _used.Add(path);
    }

    private void Example(PackExample example)
    {
        var file = $"{pack.Id}/examples/{(example.IsRejected ? "rejected/" : "")}{example.Name}.json";
        var profile = profiles[example.Profile];
        var data = JsonElement.Parse(example.Json.Span);
        var result = pack.Check(data, profile, now);
        if (example.IsRejected)
        {
            var wanted = string.Join("; ", example.Expected!.Select(problem => $"{problem.Code} {problem.Path}").Order(StringComparer.Ordinal));
            var found = string.Join("; ", result.Problems.Select(problem => $"{problem.Code} {problem.Path}").Order(StringComparer.Ordinal));
            if (wanted != found) Complain(file, 0, 0, "pack-example-differs", $"应指出：{wanted}；实际指出：{found}", $"must raise {wanted}; raised {found}");
            return;
        }
        foreach (var problem in result.Problems)
            Complain(file, 0, 0, "pack-example-refused", $"{problem.Path} {problem.Text.Zh}", $"{problem.Path} {problem.Text.En}");
        Given(data, "$");
        if (result.Checked is not { } passed) return;
        Written(file, passed);
        // What is masked is printed by the same script: it must not stumble over stars.
        foreach (var audience in new[] { Audience.Party, Audience.Public })
            if (Disclosing.Prepare(passed, new Derivation(audience)).Checked is { } shown) Written(file, shown);
    }

    private void Written(string file, CheckedData data)
    {
        try
        {
            foreach (var slot in XDocument.Parse(pack.Write(data, now).Text).Descendants("slot"))
            {
                var name = (string?)slot.Attribute("name") ?? "";
                if (pack.FindSlot(name) is { } declared) _placed.Add(declared.Name);
                else Complain(file, 0, 0, "pack-slot-undeclared", $"签署栏“{name}”未在pack.json声明", $"the slot \"{name}\" is not declared in pack.json");
            }
        }
        catch (ScriptException fault)
        {
            Complain(fault.Span.File, fault.Span.Line, fault.Span.Column, "pack-script-failed", $"脚本运行出错：{fault.Text}", $"the script fails: {fault.Text}");
        }
        catch (XmlException fault)
        {
            Complain(file, fault.LineNumber, fault.LinePosition, "pack-manuscript-malformed", $"文稿不合规范：{fault.Message}", $"the manuscript is not well-formed: {fault.Message}");
        }
    }

    private void Given(JsonElement value, string path)
    {
        _given.Add(path);
        if (value.ValueKind == JsonValueKind.Object)
            foreach (var member in value.EnumerateObject()) Given(member.Value, $"{path}.{member.Name}");
        if (value.ValueKind == JsonValueKind.Array)
            foreach (var item in value.EnumerateArray()) Given(item, path + "[*]");
    }

    private void Unused()
    {
        foreach (var field in pack.Schema.Fields)
        {
            if (!_given.Contains(field.Path))
                Complain($"{pack.Id}/examples", 0, 0, "pack-field-without-example", $"字段“{field.Path}”（{field.Label.Zh}）没有示例", $"no example fills the field \"{field.Path}\"");
            // A script that takes a whole object or list (for a partial, for a variable) uses what is in it.
            if (!_used.Any(path => field.Path == path || field.Path.StartsWith(path + ".", StringComparison.Ordinal) || field.Path.StartsWith(path + "[", StringComparison.Ordinal)
                                      || path.StartsWith(field.Path + ".", StringComparison.Ordinal) || path.StartsWith(field.Path + "[", StringComparison.Ordinal)))
                Complain($"{pack.Id}/data.schema.json", 0, 0, "pack-field-unused", $"字段“{field.Path}”（{field.Label.Zh}）没有用到", $"the field \"{field.Path}\" is never used");
        }
        foreach (var slot in pack.Slots.Where(slot => !_placed.Contains(slot.Name)))
            Complain($"{pack.Id}/pack.json", 0, 0, "pack-slot-unplaced", $"签署栏“{slot.Name}”没有出现在任何示例里", $"the slot \"{slot.Name}\" has a place in no example");
    }

    private void Complain(string file, int line, int column, string code, string zh, string en) => _problems.Add(new PackProblem(file, line, column, code, new Bilingual(zh, en)));
}
