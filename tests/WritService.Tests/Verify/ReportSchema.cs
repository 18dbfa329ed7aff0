using System.Globalization;
using System.Text.Json;

namespace WritService.Tests.Verify;

/// <summary>Holds JSON against the published schema, by the keywords that schema uses; any other keyword fails.</summary>
internal sealed class ReportSchema(JsonElement root)
{
    public static ReportSchema Open() => new(JsonElement.Parse(File.ReadAllText(Path.Combine(WritHouse.Root, "openapi", "verify-report.schema.json"))));

    public IReadOnlyList<string> Faults(JsonElement value)
    {
        List<string> faults = [];
        Check(value, root, "$", faults);
        return faults;
    }

    /// <summary>The words an enumeration of the schema admits.</summary>
    public IReadOnlyList<string> Words(params ReadOnlySpan<string> path)
    {
        JsonElement at = root;
        foreach (string name in path)
            at = at.GetProperty(name);
        return [.. at.GetProperty("enum").EnumerateArray().Select(word => word.GetString()!)];
    }

    private void Check(JsonElement value, JsonElement schema, string path, List<string> faults)
    {
        foreach (JsonProperty keyword in schema.EnumerateObject())
            switch (keyword.Name)
            {
                case "$schema" or "$defs" or "title" or "description" or "required" or "additionalProperties": break;
                case "$ref": Check(value, root.GetProperty("$defs").GetProperty(keyword.Value.GetString()!["#/$defs/".Length..]), path, faults); break;
                case "type": if (!Types(keyword.Value).Contains(Type(value))) faults.Add($"{path} is {Type(value)}"); break;
                case "enum": if (!keyword.Value.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value))) faults.Add($"{path} is {value}"); break;
                case "format": if (!DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, out _)) faults.Add($"{path} is no time: {value}"); break;
                case "items": foreach (JsonElement item in value.EnumerateArray()) Check(item, keyword.Value, path + "[]", faults); break;
                case "properties": Members(value, schema, path, faults); break;
                default: faults.Add($"unknown keyword {keyword.Name}"); break;
            }
    }

    private void Members(JsonElement value, JsonElement schema, string path, List<string> faults)
    {
        foreach (JsonProperty member in value.EnumerateObject())
            if (schema.GetProperty("properties").TryGetProperty(member.Name, out JsonElement known)) Check(member.Value, known, $"{path}.{member.Name}", faults);
            else faults.Add($"{path}.{member.Name} is not in the schema");
        foreach (JsonElement name in schema.GetProperty("required").EnumerateArray())
            if (!value.TryGetProperty(name.GetString()!, out _)) faults.Add($"{path}.{name} is missing");
    }

    private static IEnumerable<string> Types(JsonElement type) => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static string Type(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => "integer",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
