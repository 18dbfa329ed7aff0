using System.Text.Json;

namespace Writ.Documents.Packs;

/// <summary>Reads <c>rules.json</c> and the shared rules of <c>_rules/*.json</c>.</summary>
internal static class RulesReader
{
    private static readonly IReadOnlyDictionary<string, Severity> Severities = new Dictionary<string, Severity>
    {
        ["error"] = Severity.Error, ["warning"] = Severity.Warning,
    };

    /// <summary>An array of rules; an item <c>{"use":"name"}</c> stands for all rules of <c>_rules/name.json</c>.</summary>
    public static IReadOnlyList<RuleText> Read(string file, LocatedJson json, IReadOnlyDictionary<string, IReadOnlyList<RuleText>> shared, List<PackProblem> problems)
    {
        var rules = new List<RuleText>();
        if (json.Kind != JsonValueKind.Array)
        {
            problems.Add(new PackProblem(file, json.At.Line, json.At.Column, "pack-type-mismatch", new Bilingual("此处应为数组", "an array is expected here")));
            return rules;
        }
        foreach (var item in json.Items)
        {
            var cursor = new ObjectCursor(file, item, problems);
            if (cursor.TextOrNull("use") is { } used)
            {
                if (shared.TryGetValue(used, out var group)) rules.AddRange(group);
                else cursor.Complain(item.At, "pack-rule-unknown", $"共用规则“{used}”不存在", $"there are no shared rules \"{used}\"");
            }
            else
            {
                rules.Add(new RuleText(
                    file, item.At, cursor.Text("code"), cursor.TextOrNull("each"), cursor.TextOrNull("when"), cursor.Text("must"), cursor.Text("path"),
                    cursor.Choice("severity", Severities, Severity.Error), cursor.Both("message"),
                    [.. cursor.List("basis").Select(reference => LegalReferenceReader.Read(file, reference, problems))]));
            }
            cursor.Close();
        }
        return rules;
    }
}
