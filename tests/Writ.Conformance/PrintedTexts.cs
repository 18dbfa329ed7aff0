using System.Globalization;
using System.Text.Json;
using Writ.Documents;

namespace Writ.Conformance;

/// <summary>
/// What of the case data must be found in the text of its writ, and how it may stand there: free text as it is, days and moments the
/// Chinese way. Choices, sums and yes-or-no are worded by the form and are not looked for.
/// </summary>
internal static class PrintedTexts
{
    /// <summary>For each value, the forms of which one must be there.</summary>
    public static IEnumerable<string[]> Of(Pack pack, JsonElement data)
    {
        using JsonDocument schema = JsonDocument.Parse(pack.Schema.Json);
        return [.. Walk(schema.RootElement, data)];
    }

    private static IEnumerable<string[]> Walk(JsonElement schema, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Walk(schema.GetProperty("properties").GetProperty(member.Name), member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Walk(schema.GetProperty("items"), item)),
        JsonValueKind.String when !schema.TryGetProperty("enum", out _) && !schema.TryGetProperty("const", out _) => Forms(schema, value.GetString()!),
        _ => [],
    };

    private static IEnumerable<string[]> Forms(JsonElement schema, string value) => (schema.TryGetProperty("format", out JsonElement format) ? format.GetString() : null) switch
    {
        "date" => [Day(DateTime.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture))],
        "date-time" => [Day(DateTime.Parse(value, CultureInfo.InvariantCulture))],
        "time" or "money" or "image" => [],
        _ => value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => new[] { line }),
    };

    private static string[] Day(DateTime day) =>
        [day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture), day.ToString("yyyy年MM月dd日", CultureInfo.InvariantCulture), day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)];
}
