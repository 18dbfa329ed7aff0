using Writ.Documents;
using WritService.Problems;

namespace WritService.Packs;

/// <summary>All packs, by stage of the procedure, and all profiles.</summary>
internal sealed record PackList(IReadOnlyList<StageGroup> Stages, IReadOnlyList<ProfileSummary> Profiles)
{
    public static PackList Of(PackLibrary library) => new(
        [.. Stage.All.Select(stage => new StageGroup(stage, [.. library.Packs.Where(pack => pack.Stage == stage).Select(pack => PackSummary.Of(pack, library.LocalRules))])).Where(group => group.Packs.Count > 0)],
        [.. library.Profiles.Values.Select(ProfileSummary.Of)]);
}

/// <summary>The packs of one stage, in the order of their numbers.</summary>
/// <param name="Stage">来源立案, 调查取证, 强制措施 …, in the order of the procedure.</param>
/// <param name="Packs">The packs.</param>
internal sealed record StageGroup(string Stage, IReadOnlyList<PackSummary> Packs);

/// <summary>A pack in a list.</summary>
/// <param name="Id">Stable id, pinyin.</param>
/// <param name="Number">Number in the national models, or <c>X-…</c>.</param>
/// <param name="Name">Exact name of the form.</param>
/// <param name="FormerNames">Names in circulation that are not the name of the form.</param>
/// <param name="Kind"><c>external</c>, <c>internal</c>, <c>record</c> or <c>dossier</c>.</param>
/// <param name="Stage">Stage of the procedure.</param>
/// <param name="Seal">Name of the seal place, absent when the form carries no seal.</param>
/// <param name="Signers">Who signs, in order; empty when nobody does.</param>
/// <param name="LocalRules">The articles of the bureaus' own rules that demand the writ.</param>
/// <param name="Version">Version of the pack.</param>
/// <param name="Hash">SHA-256 over everything that decides what the pack yields.</param>
internal sealed record PackSummary(
    string Id, string Number, Words Name, IReadOnlyList<string> FormerNames, string Kind, string Stage, string? Seal, IReadOnlyList<Signer> Signers,
    IReadOnlyList<LegalBasisDetail> LocalRules, string Version, string Hash)
{
    public static PackSummary Of(Pack pack, IReadOnlyList<LocalRule> rules) => new(
        pack.Id, pack.Number, Of(pack.Name), pack.FormerNames, pack.Kind.ToString().ToLowerInvariant(), pack.Stage, pack.Seal,
        [.. pack.Slots.OrderBy(slot => slot.Order).Select(slot => new Signer(slot.Role, Of(slot.Label), slot.Required, slot.PerPage))],
        [.. pack.LegalBasis.Where(basis => rules.Any(rule => rule.Law == basis.Law)).Select(LegalBasisDetail.Of)], pack.Version, pack.Hash);

    public static Words Of(Bilingual text) => new(text.Zh, text.En);
}

/// <summary>One who signs: a slot of the writ, in short.</summary>
/// <param name="Role">party, officer, witness, approver …</param>
/// <param name="Label">What the place is called on the form.</param>
/// <param name="Required">The writ is not complete without.</param>
/// <param name="PerPage">On every page.</param>
internal sealed record Signer(string Role, Words Label, bool Required, bool PerPage);

/// <summary>A bureau's profile in a list.</summary>
internal sealed record ProfileSummary(string Id, string Name, string BureauName)
{
    public static ProfileSummary Of(Profile profile) => new(profile.Id, profile.Name, profile.BureauName);
}
