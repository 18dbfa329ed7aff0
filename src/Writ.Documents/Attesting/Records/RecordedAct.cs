using System.Text.Json;

namespace Writ.Documents;

/// <summary>An attestation as the document carries it: read from the signature dictionary of its slot, where it stands under the seal.</summary>
/// <param name="Act"><c>signature</c>, <c>refusal</c> … or <c>unused</c>.</param>
/// <param name="Received">When the service recorded it.</param>
/// <param name="End">Length of the file up to the end of this revision.</param>
/// <param name="Record">The whole record.</param>
public sealed record RecordedAct(string Slot, string Act, string? Person, DateTimeOffset? At, DateTimeOffset? Received, string Field, int End, JsonElement Record)
{
    internal string? Text(params ReadOnlySpan<string> path) => Find(path) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    internal int? Whole(params ReadOnlySpan<string> path) => Find(path) is { } value ? Members.Whole(value) : null;

    private JsonElement? Find(ReadOnlySpan<string> path)
    {
        var value = Record;
        foreach (var name in path)
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value)) return null;
        return value;
    }
}
