using System.Text.Json;

namespace Writ.Documents.Packs;

/// <summary>enum and const. JSON Schema 2020-12 Validation 6.1.2, 6.1.3.</summary>
internal static class ChoiceKeywords
{
    public static void Check(JsonElement value, SchemaNode schema, in Place place, ProblemList problems)
    {
        if (schema.Enum is { } choices && !choices.Any(choice => Same(value, choice)))
        {
            var list = string.Join("、", choices.Select(choice => choice.Text));
            problems.Add("data-value-not-allowed", place, $"只能是：{list}", $"must be one of: {list}");
        }
        if (schema.Const is { } constant && !Same(value, constant))
            problems.Add("data-value-not-allowed", place, $"只能是：{constant.Text}", $"must be: {constant.Text}");
    }

    private static bool Same(JsonElement value, LocatedJson wanted) => value.ValueKind == wanted.Kind && value.ValueKind switch
    {
        JsonValueKind.String => TextOf(value) == wanted.Text,
        JsonValueKind.Number => ExactDecimal.TryRead(value.GetRawText(), out var a) && ExactDecimal.TryRead(wanted.Text, out var b) && a == b,
        JsonValueKind.True or JsonValueKind.False => true,
        _ => false,
    };

    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
