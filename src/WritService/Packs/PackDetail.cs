using Writ.Documents;
using WritService.Problems;

namespace WritService.Packs;

/// <summary>Everything a caller needs to know of one pack.</summary>
internal sealed record PackDetail(
    string Id, string Number, Words Name, string Kind, string Stage, string? Seal, string Version, string Hash,
    string Edition, Words Purpose, IReadOnlyList<string> FormerNames, DateOnly InForceFrom, bool PerPageSignatures,
    IReadOnlyList<LegalBasisDetail> LegalBasis, IReadOnlyList<FieldDetail> Fields, IReadOnlyList<RuleDetail> Rules,
    IReadOnlyList<SlotDetail> Slots, IReadOnlyList<ExampleDetail> Examples)
{
    public static PackDetail Of(Pack pack) => new(
        pack.Id, pack.Number, PackSummary.Of(pack.Name), pack.Kind.ToString().ToLowerInvariant(), pack.Stage, pack.Seal, pack.Version, pack.Hash,
        pack.Edition, PackSummary.Of(pack.Purpose), pack.FormerNames, pack.InForceFrom, pack.PerPageSignatures,
        [.. pack.LegalBasis.Select(LegalBasisDetail.Of)],
        [.. pack.Schema.Fields.Select(field => new FieldDetail(field.Path, PackSummary.Of(field.Label), field.Type, field.Required, field.Privacy))],
        [.. pack.Rules.Select(rule => new RuleDetail(rule.Code, rule.Severity.ToString().ToLowerInvariant(), PackSummary.Of(rule.Message), [.. rule.Basis.Select(LegalBasisDetail.Of)]))],
        [.. pack.Slots.Select(slot => new SlotDetail(slot.Name, slot.Role, PackSummary.Of(slot.Label), slot.PerPage, slot.Required, slot.Order, slot.Phrase, slot.Many))],
        [.. pack.Examples.Where(example => !example.IsRejected).Select(example => new ExampleDetail(example.Name, example.Profile))]);
}

/// <summary>A provision of law.</summary>
internal sealed record LegalBasisDetail(string Law, string Article, string? Note)
{
    public static LegalBasisDetail Of(LegalReference reference) => new(reference.Law, reference.Article, reference.Note);
}

/// <summary>A field of the case data; items of a list are written <c>[*]</c>.</summary>
internal sealed record FieldDetail(string Path, Words Label, string Type, bool Required, string Privacy);

/// <summary>A statutory rule.</summary>
internal sealed record RuleDetail(string Code, string Severity, Words Message, IReadOnlyList<LegalBasisDetail> Basis);

/// <summary>A place that awaits an attestation.</summary>
internal sealed record SlotDetail(string Name, string Role, Words Label, bool PerPage, bool Required, int Order, string? Phrase, bool Many);

/// <summary>Example data: <c>GET /v1/packs/{id}/examples/{name}?profile=…</c>.</summary>
internal sealed record ExampleDetail(string Name, string Profile);
