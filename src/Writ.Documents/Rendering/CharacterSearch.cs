using System.Globalization;
using System.Text.Json;

namespace Writ.Documents.Rendering;

/// <summary>Finds the field of the case data that brought a character, so that a problem can name it.</summary>
internal static class CharacterSearch
{
    /// <summary>JSON path of the first text that holds <paramref name="character"/>; <c>$</c> when the template itself brought it.</summary>
    public static string Find(JsonElement data, string character) => Search(data, character, "$") ?? "$";

    private static string? Search(JsonElement value, string character, string path)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return value.GetString()!.Contains(character, StringComparison.Ordinal) ? path : null;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                    if (Search(member.Value, character, $"{path}.{member.Name}") is { } found) return found;
                return null;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    if (Search(item, character, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]")) is { } found) return found;
                    index++;
                }
                return null;
            default: return null;
        }
    }
}
