using System.Text.Json;

namespace Writ.Documents;

/// <summary>The slots as <c>writ.json</c> lists them.</summary>
internal static class SlotAccount
{
    /// <summary>Null when the record lists none that can be read: the document is not one of ours.</summary>
    public static IReadOnlyList<SlotState>? Read(JsonElement record)
    {
        try
        {
            return [.. record.GetProperty("slots").EnumerateArray().Select(Slot)];
        }
        catch (Exception fault) when (fault is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static SlotState Slot(JsonElement slot) => new(
        slot.GetProperty("number").GetInt32(), Text(slot, "name"), Text(slot, "role"), Text(slot, "label"), slot.GetProperty("required").GetBoolean(), slot.GetProperty("perPage").GetBoolean(),
        slot.GetProperty("order").GetInt32(), slot.TryGetProperty("phrase", out var phrase) ? phrase.GetString() : null, Text(slot, "seal"),
        [.. slot.GetProperty("fields").EnumerateArray().Select(field => field.GetString() ?? throw new FormatException("fields"))], SlotStanding.Awaiting);

    private static string Text(JsonElement value, string name) => value.GetProperty(name).GetString() ?? throw new FormatException(name);
}
