using System.Text;

namespace Writ.Documents.Packs;

/// <summary>Reads one pack folder.</summary>
internal sealed class PackReader(
    string folder,
    IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files,
    IReadOnlyDictionary<string, SharedSchema> sharedSchemas,
    IReadOnlyDictionary<string, IReadOnlyList<RuleText>> sharedRules,
    IReadOnlyDictionary<string, string> styles,
    IReadOnlyDictionary<string, Profile> profiles,
    List<PackProblem> problems)
{
    public Pack? Read()
    {
        var before = problems.Count;
        var manifestJson = Json("pack.json");
        var schemaJson = Json("data.schema.json");
        var rulesJson = Json("rules.json");
        var text = Text("writ.sbn");
        var changes = Text("CHANGES.md");
        var examples = Examples();

        var manifest = manifestJson is null ? null : ManifestReader.Read(At("pack.json"), manifestJson, folder, problems);
        var schema = schemaJson is null ? null : new SchemaReader(At("data.schema.json"), schemaJson, sharedSchemas, problems).Read();
        var rules = rulesJson is null ? [] : RulesReader.Read(At("rules.json"), rulesJson, sharedRules, problems);
        foreach (var style in manifest is null ? [] : StylesOf(manifest).Where(style => !styles.ContainsKey(style)))
            Complain("pack.json", "pack-style-unknown", $"样式“{style}”不存在", $"there is no style \"{style}\"");
        if (manifest?.RecordingDuty is { } duty && profiles.Values.FirstOrDefault(profile => !profile.KnowsDuty(duty)) is { } lacking)
            Complain("pack.json", "pack-duty-unknown", $"规则档案“{lacking.Id}”的duties没有“{duty}”", $"the profile \"{lacking.Id}\" has no duty \"{duty}\"");
        if (schema is { Type: not SchemaType.Object })
            Complain("data.schema.json", "pack-type-mismatch", "案情数据应为对象", "case data must be an object");
        if (schema is not null) PrivacyCheck.Check(At("data.schema.json"), schemaJson!.At, schema, problems);
        var parsedRules = RuleParser.Parse(rules, problems);
        var script = text is null ? null : ScriptReader.Read(At("writ.sbn"), text, problems);
        if (problems.Count > before || manifest is null || schema is null || script is null || changes is null) return null;

        return new Pack(manifest, new PackSchema(schema), new RuleSet(parsedRules), script, examples, Sheets(manifest.Styles), Sheets(manifest.Fit?.Styles ?? []), changes, Hash(manifest));
    }

    private static IEnumerable<string> StylesOf(Manifest manifest) => manifest.Styles.Concat(manifest.Fit?.Styles ?? []);

    private string[] Sheets(IReadOnlyList<string> names) => [.. names.Select(style => styles[style])];

    private string Hash(Manifest manifest) => PackHash.Of(files.Where(file =>
        file.Key == At("pack.json") || file.Key == At("data.schema.json") || file.Key == At("rules.json") || file.Key == At("writ.sbn")
        || file.Key.StartsWith("_partials/", StringComparison.Ordinal) || file.Key.StartsWith("_schema/", StringComparison.Ordinal)
        || file.Key.StartsWith("_rules/", StringComparison.Ordinal) || StylesOf(manifest).Any(style => file.Key == $"_styles/{style}.css")));

    private List<PackExample> Examples()
    {
        var examples = new List<PackExample>();
        foreach (var (path, bytes) in files.Where(file => file.Key.StartsWith(folder + "/", StringComparison.Ordinal)).OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            var relative = path[(folder.Length + 1)..];
            if (relative is "pack.json" or "data.schema.json" or "rules.json" or "writ.sbn" or "CHANGES.md") continue;
            if (!relative.StartsWith("examples/", StringComparison.Ordinal) || !relative.EndsWith(".json", StringComparison.Ordinal))
            {
                Complain(relative, "pack-file-unknown", "未知的文件", "unknown file");
                continue;
            }
            if (ExamplesReader.Read(path, relative["examples/".Length..], bytes, problems) is not { } example) continue;
            examples.Add(example);
            if (!profiles.ContainsKey(example.Profile) && profiles.Count > 0)
                Complain(relative, "pack-profile-unknown", $"规则档案“{example.Profile}”不存在", $"there is no profile \"{example.Profile}\"");
        }
        if (examples.TrueForAll(example => example.IsRejected))
            Complain("examples", "pack-file-missing", "至少要有一个示例", "at least one example is needed");
        return examples;
    }

    private LocatedJson? Json(string name) => Bytes(name) is { } bytes ? LocatedJson.Read(At(name), bytes.Span, problems) : null;

    private string? Text(string name) => Bytes(name) is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null;

    private ReadOnlyMemory<byte>? Bytes(string name)
    {
        if (files.TryGetValue(At(name), out var bytes)) return bytes;
        Complain(name, "pack-file-missing", "缺少此文件", "this file is missing");
        return null;
    }

    private string At(string name) => $"{folder}/{name}";

    private void Complain(string name, string code, string zh, string en) => problems.Add(new PackProblem(At(name), 0, 0, code, new Bilingual(zh, en)));
}
