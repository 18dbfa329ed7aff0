using Writ.Sealing;

namespace Writ.Documents;

/// <summary>What is to be sealed for one slot of an act, or why it cannot be drawn.</summary>
public sealed record AttestingResult(SealRequest? Request, IReadOnlyList<Problem> Problems);
