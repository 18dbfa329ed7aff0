using System.Text.Json;
using Writ.Documents;

namespace Writ.Conformance;

/// <summary>The texts of case data that a writ prints as they are: free text, not dates, sums, choices or codes that the form words in its own way.</summary>
internal static class PrintedTexts
{
    public static IEnumerable<string> Of(Pack pack, JsonElement data)
    {
        HashSet<string> free = [.. pack.Schema.Fields.Where(field => field.Type is "string" or "text").Select(field => field.Path)];
        return Walk(data, "$", free);
    }

    private static IEnumerable<string> Walk(JsonElement value, string path, HashSet<string> free) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Walk(member.Value, $"{path}.{member.Name}", free)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Walk(item, path + "[*]", free)),
        JsonValueKind.String when free.Contains(path) => value.GetString()!.Split('\n', StringSplitOptions.RemoveEmptyEntries),
        _ => [],
    };
}
