using Writ.Sealing;

namespace Writ.Documents;

/// <summary>What a document of this service says of itself, held against itself: beside the report on its seals, never instead of it.</summary>
/// <param name="Issued">The clock it was rendered by, as it says.</param>
/// <param name="DataHash">SHA-256 of the embedded case data, as computed.</param>
/// <param name="DataAgrees">The case data, <c>writ.json</c> and the metadata name the same hash and the same identity.</param>
/// <param name="Slots">Every slot the first revision declares.</param>
public sealed record WritReview(
    string DocumentId,
    string PackId,
    string PackName,
    string PackVersion,
    string Profile,
    DateTimeOffset Issued,
    string DataHash,
    bool DataAgrees,
    Reproduction Reproduction,
    IReadOnlyList<ReviewedSlot> Slots,
    IReadOnlyList<Finding> Findings)
{
    /// <summary>
    /// The report with its one verdict: a sealed document that contradicts itself (an error of this review) has failed, whatever its seals say.
    /// Warnings tell of what is missing and never lower it.
    /// </summary>
    public Report Judge(Report report) =>
        report.Seals.Count > 0 && Findings.Any(finding => finding.Severity == FindingSeverity.Error) ? report.Contradicting() : report;

    public string ReproductionWord => Reproduction switch
    {
        Reproduction.Yes => "yes",
        Reproduction.No => "no",
        _ => "pack-unknown",
    };
}
