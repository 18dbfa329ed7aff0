using System.Text.Json;

namespace Writ.Documents.Packs;

/// <summary>Reads <c>profiles/*.json</c>: lays each over the profile it extends, holds the result against <c>_schema/profile.json</c>.</summary>
internal sealed class ProfileReader(IReadOnlyDictionary<string, LocatedJson> files, SchemaNode schema, IReadOnlyDictionary<string, string> partials, List<PackProblem> problems)
{
    private const int MaxAncestors = 4;

    public IReadOnlyDictionary<string, Profile> Read()
    {
        var profiles = new Dictionary<string, Profile>(StringComparer.Ordinal);
        foreach (var (id, own) in files)
        {
            var file = $"profiles/{id}.json";
            if (Laid(file, own, depth: 0) is not { } laid) continue;
            var buffer = new MemoryStream();
            using (var writer = new Utf8JsonWriter(buffer)) laid.WriteTo(writer);
            var data = JsonElement.Parse(buffer.ToArray());
            var found = new ProblemList();
            SchemaValidator.Check(data, schema, Place.Root with { Zh = "规则档案", En = "profile" }, found);
            foreach (var problem in found.All)
                problems.Add(new PackProblem(file, 0, 0, problem.Code, new Bilingual($"{problem.Path} {problem.Text.Zh}", $"{problem.Path} {problem.Text.En}")));
            if (!found.HasErrors) profiles[id] = new Profile(id, Completion.Complete(data, schema), partials);
        }
        return profiles;
    }

    private LocatedJson? Laid(string file, LocatedJson own, int depth)
    {
        if (own.Find("extends") is not { } extends) return own;
        if (depth >= MaxAncestors || !files.TryGetValue(extends.Text, out var ancestor))
        {
            problems.Add(new PackProblem(file, extends.At.Line, extends.At.Column, "pack-profile-unknown",
                new Bilingual($"所继承的规则档案“{extends.Text}”不存在或循环", $"the extended profile \"{extends.Text}\" does not exist or is circular")));
            return null;
        }
        var stripped = own with { Members = [.. own.Members.Where(member => member.Name != "extends")] };
        return Laid(file, ancestor, depth + 1) is { } below ? Over(below, stripped) : null;
    }

    /// <summary>Objects are merged member by member; anything else is replaced.</summary>
    private static LocatedJson Over(LocatedJson below, LocatedJson above)
    {
        if (below.Kind != JsonValueKind.Object || above.Kind != JsonValueKind.Object) return above;
        var members = below.Members.Select(member => above.Find(member.Name) is { } own ? member with { Value = Over(member.Value, own) } : member).ToList();
        members.AddRange(above.Members.Where(member => below.Find(member.Name) is null));
        return below with { Members = members };
    }
}
