using WritService.Problems;

namespace WritService.Packs;

/// <summary>Whether the case data would do.</summary>
/// <param name="Passed">No error; warnings may remain.</param>
/// <param name="Problems">Everything found, with paths and legal basis.</param>
internal sealed record CheckReport(bool Passed, IReadOnlyList<DataError> Problems);
