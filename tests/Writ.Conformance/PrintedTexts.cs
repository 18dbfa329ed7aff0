using System.Globalization;
using System.Text.Json;
using Writ.Documents;

namespace Writ.Conformance;

/// <summary>
/// What of the case data must be found in the text of its writ, and how it may stand there: texts, choices and numbers as they are, days and
/// moments the Chinese way. Yes-or-no is worded by the form and a picture is seen: both are not looked for, nor are the two choices below.
/// </summary>
internal static class PrintedTexts
{
    // The kind of a party decides thresholds and is no line of the form; how a record was checked is told in the officer's last question.
    private static readonly string[] Worded = ["$.party.kind", "$.closing.read"];

    /// <summary>For each value, the forms of which one must be there.</summary>
    public static IEnumerable<string[]> Of(Pack pack, JsonElement data)
    {
        using JsonDocument schema = JsonDocument.Parse(pack.Schema.Json);
        return [.. Walk(schema.RootElement, data, "$")];
    }

    private static IEnumerable<string[]> Walk(JsonElement schema, JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Walk(schema.GetProperty("properties").GetProperty(member.Name), member.Value, $"{path}.{member.Name}")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Walk(schema.GetProperty("items"), item, path)),
        JsonValueKind.String when !Worded.Contains(path) => Forms(schema, value.GetString()!),
        JsonValueKind.Number => [[value.GetRawText()]],
        _ => [],
    };

    private static IEnumerable<string[]> Forms(JsonElement schema, string value) => (schema.TryGetProperty("format", out JsonElement format) ? format.GetString() : null) switch
    {
        "date" => [Day(DateTime.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture))],
        "date-time" => [Day(DateTime.Parse(value, CultureInfo.InvariantCulture))],
        "image" => [],
        _ => value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => new[] { line }),
    };

    private static string[] Day(DateTime day) =>
        [day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture), day.ToString("yyyy年MM月dd日", CultureInfo.InvariantCulture), day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)];
}
