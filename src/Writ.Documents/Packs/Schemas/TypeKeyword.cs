using System.Text.Json;

namespace Writ.Documents.Packs;

/// <summary>JSON Schema 2020-12 Validation, 6.1.1 (type).</summary>
internal static class TypeKeyword
{
    public static bool Holds(JsonElement value, SchemaType type) => value.ValueKind switch
    {
        JsonValueKind.Object => type == SchemaType.Object,
        JsonValueKind.Array => type == SchemaType.Array,
        JsonValueKind.String => type == SchemaType.String,
        JsonValueKind.True or JsonValueKind.False => type == SchemaType.Boolean,
        // 6.1.1: any number with a zero fractional part is an integer.
        JsonValueKind.Number => type == SchemaType.Number
            || (type == SchemaType.Integer && (!ExactDecimal.TryRead(value.GetRawText(), out var number) || decimal.Truncate(number) == number)),
        _ => false,
    };
}
