namespace Writ.Sealing.Checking.Seals;

/// <summary>All seals of all revisions, oldest first.</summary>
/// <param name="Empty">Signature fields without a value in the last revision.</param>
/// <param name="Unreachable">Signature data stands behind the last revision a reader is led to, or in one that the chain of lists leads past.</param>
internal sealed record FoundSeals(IReadOnlyList<FoundSeal> Seals, IReadOnlyList<string> Empty, IReadOnlyList<Finding> Findings, bool Unreachable);
