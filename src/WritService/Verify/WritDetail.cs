using Writ.Documents;
using WritService.Problems;

namespace WritService.Verify;

/// <summary>What a document of this service says of itself, held against itself.</summary>
/// <param name="DataHash">SHA-256 of the embedded case data.</param>
/// <param name="DataAgrees">Case data, <c>writ.json</c> and metadata agree.</param>
/// <param name="Reproduced">Rendered again from the embedded case data, the first revision is the same byte for byte: <c>yes</c>, <c>no</c> or <c>pack-unknown</c>.</param>
/// <param name="Slots">Every slot the writ declares, and what became of it.</param>
/// <param name="Findings">What was noticed.</param>
internal sealed record WritDetail(
    string DocumentId, string Pack, string Name, string PackVersion, string Profile, DateTimeOffset Issued, string DataHash, bool DataAgrees, string Reproduced,
    IReadOnlyList<SlotOutcome> Slots, IReadOnlyList<FindingDetail> Findings)
{
    public static WritDetail Of(WritReview review, Language language) => new(
        review.DocumentId, review.PackId, review.PackName, review.PackVersion, review.Profile, review.Issued, review.DataHash, review.DataAgrees, review.ReproductionWord,
        [.. review.Slots.Select(slot => new SlotOutcome(slot.Name, slot.Label, slot.Required, slot.Word, slot.Person, slot.At, slot.SealHolds))], FindingDetail.Of(review.Findings, language));
}

/// <summary>A slot and what became of it.</summary>
/// <param name="Standing"><c>awaiting</c>, <c>attested</c>, <c>refused</c>, <c>absent</c>, <c>served</c> or <c>unused</c>.</param>
/// <param name="SealHolds">The seal over its attestation is unbroken; absent while nothing was attested.</param>
internal sealed record SlotOutcome(string Name, string Label, bool Required, string Standing, string? Person, DateTimeOffset? At, bool? SealHolds);
