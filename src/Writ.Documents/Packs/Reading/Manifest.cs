namespace Writ.Documents.Packs;

/// <summary>What <c>pack.json</c> says.</summary>
internal sealed record Manifest
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string NameEn { get; init; }
    public required string Number { get; init; }
    public required string Edition { get; init; }
    public required string Version { get; init; }
    public required PackKind Kind { get; init; }
    public required string Stage { get; init; }
    public required Bilingual Purpose { get; init; }
    public required IReadOnlyList<string> FormerNames { get; init; }
    public required IReadOnlyList<LegalReference> LegalBasis { get; init; }
    public required string InForceFrom { get; init; }
    public required IReadOnlyList<string> Styles { get; init; }
    public required PageFit? Fit { get; init; }
    public required string? Seal { get; init; }
    public required bool PerPageSignatures { get; init; }
    public required string? RecordingDuty { get; init; }
    public required string? Serial { get; init; }
    public required bool Rare { get; init; }
    public required IReadOnlyList<SlotDeclaration> Slots { get; init; }
}
