using System.Text.Json;

namespace Writ.Documents;

/// <summary>An officer the writ itself names.</summary>
internal sealed record NamedOfficer(string Name, string CertificateNumber)
{
    /// <summary>Every officer in the data, each once.</summary>
    public static IEnumerable<NamedOfficer> In(JsonElement data) => Walk(data).DistinctBy(officer => officer.CertificateNumber);

    private static IEnumerable<NamedOfficer> Walk(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Walk),
        JsonValueKind.Object => Own(value).Concat(value.EnumerateObject().SelectMany(member => Walk(member.Value))),
        _ => [],
    };

    private static IEnumerable<NamedOfficer> Own(JsonElement value) =>
        value.TryGetProperty("certificateNumber", out var number) && number.ValueKind == JsonValueKind.String
        && value.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String
            ? [new NamedOfficer(name.GetString()!, number.GetString()!)]
            : [];
}
