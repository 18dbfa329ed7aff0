using Writ.Documents;
using Writ.Sealing;

namespace Writ.Outside;

/// <summary>What became of an attestation. Closed: recorded, rejected (not well made), forbidden (not now), by an unfit capture, unreadable (no document of ours), refused by the seal.</summary>
internal abstract record AttestingOutcome
{
    private AttestingOutcome()
    {
    }

    /// <param name="SealTimes">Times of all seals the document bears now, in order.</param>
    internal sealed record Recorded(ReadOnlyMemory<byte> Document, DocumentState State, IReadOnlyList<DateTimeOffset> SealTimes, IReadOnlyList<Problem> Warnings) : AttestingOutcome;

    internal sealed record Rejected(IReadOnlyList<Problem> Problems) : AttestingOutcome;

    internal sealed record Forbidden(IReadOnlyList<Problem> Problems) : AttestingOutcome;

    /// <summary>A capture that is unreadable, forged or made for another document.</summary>
    internal sealed record CaptureRefused(IReadOnlyList<Problem> Problems) : AttestingOutcome;

    internal sealed record Unreadable(string Zh, string En) : AttestingOutcome;

    internal sealed record Refused(IReadOnlyList<SealProblem> Problems) : AttestingOutcome;
}
