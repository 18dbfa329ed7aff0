using System.Text.Json;
using Writ.Documents;

namespace Writ.Conformance;

/// <summary>
/// A value stands on the paper as often as the data have it, and no oftener: said twice, a form can contradict itself once it is amended by hand.
/// Where a form does repeat a value, <see cref="RepeatedValues"/> says which and why.
/// </summary>
public sealed class OnceTests
{
    // Shorter values are words that a form says by itself.
    private const int ShortestValue = 5;

    [JudgedTheory("pdftotext"), MemberData(nameof(Examples.Names), MemberType = typeof(Examples))]
    public void A_value_stands_as_often_as_the_data_have_it(string name)
    {
        SealedExample example = Examples.Of(name);
        Ruling ruling = Judge.PdfToText.Ask("-raw", "-enc", "UTF-8", example.File, "-");
        Assert.True(ruling.ExitCode == 0 && ruling.Errors.Length == 0, ruling.ToString());
        Assert.Empty(TooOften(example, Bare(ruling.Output)).Where(found => !RepeatedValues.May(example.Pack.Id, found.Path)).Select(found => $"{found.Path} {found.Value} ×{found.Times}"));
    }

    internal static IEnumerable<(string Path, string Value, int Times)> TooOften(SealedExample example, string text)
    {
        using JsonDocument schema = JsonDocument.Parse(example.Pack.Schema.Json);
        (string Path, string Value)[] values = [.. Values(schema.RootElement, example.Data, "$")];
        foreach ((string path, string value) in values.DistinctBy(value => value.Value))
        {
            int given = values.Sum(other => Count(other.Value, value)), printed = Count(text, value);
            if (value.Length >= ShortestValue && printed > given)
                yield return (path, value, printed);
        }
    }

    private static IEnumerable<(string Path, string Value)> Values(JsonElement schema, JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Values(schema.GetProperty("properties").GetProperty(member.Name), member.Value, $"{path}.{member.Name}")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Values(schema.GetProperty("items"), item, path + "[*]")),
        JsonValueKind.String when !schema.TryGetProperty("enum", out _) && !schema.TryGetProperty("const", out _) && !IsMoment(schema) => value.GetString()!.Split('\n').Select(line => (path, Bare(line))),
        _ => [],
    };

    private static bool IsMoment(JsonElement schema) => schema.TryGetProperty("format", out JsonElement format) && format.GetString() is "date" or "date-time" or "time" or "image";

    private static int Count(string text, string value)
    {
        int count = 0;
        for (int at = text.IndexOf(value, StringComparison.Ordinal); at >= 0; at = text.IndexOf(value, at + value.Length, StringComparison.Ordinal))
            count++;
        return count;
    }

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
