using System.Text.Json;
using Writ.Documents.Packs;

namespace Writ.Documents;

/// <summary>The bureau's terms of disclosure, as its profile states them: what happens to each privacy class for each audience.</summary>
internal sealed class DisclosureTerms(JsonElement model)
{
    private readonly Dictionary<string, Treatment> party = Read(model.GetProperty("party"));
    private readonly Dictionary<string, Treatment> everybody = Read(model.GetProperty("public"));

    /// <summary>A masked name keeps its surname: 张某.</summary>
    public bool Surnames { get; } = model.GetProperty("surnames").GetBoolean();

    /// <summary>The last six characters of a unified social credit code are masked for the public.</summary>
    public bool CodeTails { get; } = model.GetProperty("codeTails").GetBoolean();

    public Treatment Of(string privacy, Audience audience) =>
        audience == Audience.Internal || privacy == PrivacyClass.Ordinary ? Treatment.Keep : (audience == Audience.Party ? party : everybody)[privacy];

    private static Dictionary<string, Treatment> Read(JsonElement terms) => terms.EnumerateObject().ToDictionary(term => term.Name, term => term.Value.GetString() switch
    {
        "keep" => Treatment.Keep,
        "drop" => Treatment.Drop,
        _ => Treatment.Mask,
    }, StringComparer.Ordinal);
}
