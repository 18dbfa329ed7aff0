using System.Text;

namespace Writ.Documents.Packs;

/// <summary>Reads the whole template folder and reports every mistake at once.</summary>
internal sealed class LibraryReader(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files)
{
    private readonly List<PackProblem> _problems = [];

    public PackLibrary Read()
    {
        var shared = new Dictionary<string, SharedSchema>(StringComparer.Ordinal);
        foreach (var (path, name) in Within("_schema/", ".json"))
            if (LocatedJson.Read(path, files[path].Span, _problems) is { } root) shared[name] = new SharedSchema(path, root);

        var sharedRules = new Dictionary<string, IReadOnlyList<RuleText>>(StringComparer.Ordinal);
        var none = new Dictionary<string, IReadOnlyList<RuleText>>();
        foreach (var (path, name) in Within("_rules/", ".json"))
            if (LocatedJson.Read(path, files[path].Span, _problems) is { } root) sharedRules[name] = RulesReader.Read(path, root, none, _problems);

        var localRules = new List<LocalRule>();
        foreach (var (path, name) in Within("_local-rules/", ".json"))
            if (LocatedJson.Read(path, files[path].Span, _problems) is { } root) localRules.Add(LocalRuleReader.Read(name, path, root, _problems));

        var partials = Within("_partials/", ".sbn").ToDictionary(pair => pair.Name + ".sbn", pair => TextOf(pair.Path));
        var styles = Within("_styles/", ".css").ToDictionary(pair => pair.Name, pair => TextOf(pair.Path));
        var profiles = Profiles(shared, partials);

        foreach (var (name, text) in styles) StyleReader.Check($"_styles/{name}.css", text, _problems);
        foreach (var (name, text) in partials) ScriptReader.Read("_partials/" + name, text, _problems);

        var packs = new List<Pack>();
        foreach (var folder in files.Keys.Where(path => path.Contains('/')).Select(path => path[..path.IndexOf('/')]).Distinct().Order(StringComparer.Ordinal))
        {
            if (folder is "_schema" or "_rules" or "_partials" or "_styles" or "_local-rules" or "profiles") continue;
            if (folder.StartsWith('_')) Complain(folder, "pack-folder-unknown", "未知的文件夹", "unknown folder");
            else if (new PackReader(folder, files, shared, sharedRules, styles, profiles, _problems).Read() is { } pack) packs.Add(pack);
        }
        Unique(packs);
        // Only whole packs can be held against a rule.
        if (_problems.Count == 0)
            foreach (var rule in localRules) LocalRuleReader.Check(rule, [.. packs.OrderBy(pack => Order(pack.Number), StringComparer.Ordinal)], _problems);
        foreach (var stray in files.Keys.Where(path => !path.Contains('/') && path != "README.md"))
            Complain(stray, "pack-file-unknown", "未知的文件", "unknown file");
        if (_problems.Count > 0) throw new PackException(_problems);
        return new PackLibrary([.. packs.OrderBy(pack => Order(pack.Number), StringComparer.Ordinal)], profiles, localRules);
    }

    private IReadOnlyDictionary<string, Profile> Profiles(Dictionary<string, SharedSchema> shared, IReadOnlyDictionary<string, string> partials)
    {
        if (!shared.TryGetValue("profile", out var own))
        {
            Complain("_schema/profile.json", "pack-file-missing", "缺少规则档案的数据结构", "the schema of profiles is missing");
            return new Dictionary<string, Profile>();
        }
        var schema = new SchemaReader(own.File, own.Root, shared, _problems).Read();
        var sources = new Dictionary<string, LocatedJson>(StringComparer.Ordinal);
        foreach (var (path, name) in Within("profiles/", ".json"))
            if (LocatedJson.Read(path, files[path].Span, _problems) is { } root) sources[name] = root;
        if (!sources.ContainsKey("default")) Complain("profiles/default.json", "pack-file-missing", "缺少默认规则档案", "the default profile is missing");
        return _problems.Count > 0 ? new Dictionary<string, Profile>() : new ProfileReader(sources, schema, partials, _problems).Read();
    }

    private void Unique(List<Pack> packs)
    {
        foreach (var group in packs.GroupBy(pack => pack.Number).Concat(packs.GroupBy(pack => pack.Name.Zh)).Where(group => group.Count() > 1))
            Complain(string.Join(", ", group.Select(pack => pack.Id)), "pack-name-repeated", $"编号或名称“{group.Key}”重复", $"the number or name \"{group.Key}\" is used twice");
    }

    private IEnumerable<(string Path, string Name)> Within(string folder, string extension)
    {
        foreach (var path in files.Keys.Where(path => path.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var name = path[folder.Length..];
            if (name.EndsWith(extension, StringComparison.Ordinal) && !name.Contains('/')) yield return (path, name[..^extension.Length]);
            else Complain(path, "pack-file-unknown", "未知的文件", "unknown file");
        }
    }

    private string TextOf(string path) => Encoding.UTF8.GetString(files[path].Span);

    private void Complain(string file, string code, string zh, string en) => _problems.Add(new PackProblem(file, 0, 0, code, new Bilingual(zh, en)));

    /// <summary>National numbers first and by value, then the X series.</summary>
    private static string Order(string number) => number.StartsWith("X-", StringComparison.Ordinal) ? "B" + number : "A" + number.PadLeft(4, '0');
}
