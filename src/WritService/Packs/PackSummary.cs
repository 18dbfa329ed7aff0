using Writ.Documents;
using WritService.Problems;

namespace WritService.Packs;

/// <summary>All packs and profiles.</summary>
internal sealed record PackList(IReadOnlyList<PackSummary> Packs, IReadOnlyList<ProfileSummary> Profiles);

/// <summary>A pack in a list.</summary>
/// <param name="Id">Stable id, pinyin.</param>
/// <param name="Number">Number in the national models, or <c>X-…</c>.</param>
/// <param name="Name">Exact name of the form.</param>
/// <param name="Kind"><c>external</c>, <c>internal</c>, <c>record</c> or <c>dossier</c>.</param>
/// <param name="Stage">Stage of the procedure.</param>
/// <param name="Seal">Name of the seal place, absent when the form carries no seal.</param>
/// <param name="Version">Version of the pack.</param>
/// <param name="Hash">SHA-256 over everything that decides what the pack yields.</param>
internal sealed record PackSummary(string Id, string Number, Words Name, string Kind, string Stage, string? Seal, string Version, string Hash)
{
    public static PackSummary Of(Pack pack) =>
        new(pack.Id, pack.Number, Of(pack.Name), pack.Kind.ToString().ToLowerInvariant(), pack.Stage, pack.Seal, pack.Version, pack.Hash);

    public static Words Of(Bilingual text) => new(text.Zh, text.En);
}

/// <summary>A bureau's profile in a list.</summary>
internal sealed record ProfileSummary(string Id, string Name, string BureauName)
{
    public static ProfileSummary Of(Profile profile) => new(profile.Id, profile.Name, profile.BureauName);
}
