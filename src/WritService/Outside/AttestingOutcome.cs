using Writ.Documents;
using Writ.Sealing;

namespace Writ.Outside;

/// <summary>What became of an attestation. Closed: recorded, rejected (not well made), forbidden (not now), unreadable (no document of ours), refused by the seal.</summary>
internal abstract record AttestingOutcome
{
    private AttestingOutcome()
    {
    }

    internal sealed record Recorded(ReadOnlyMemory<byte> Document, DocumentState State, IReadOnlyList<Problem> Warnings) : AttestingOutcome;

    internal sealed record Rejected(IReadOnlyList<Problem> Problems) : AttestingOutcome;

    internal sealed record Forbidden(IReadOnlyList<Problem> Problems) : AttestingOutcome;

    internal sealed record Unreadable(string Zh, string En) : AttestingOutcome;

    internal sealed record Refused(IReadOnlyList<SealProblem> Problems) : AttestingOutcome;
}
