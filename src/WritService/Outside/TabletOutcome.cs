using System.Text.Json;
using Writ.Documents;

namespace Writ.Outside;

/// <summary>What became of a ticket or a capture. Closed: signed, refused by the ticket, or not done for a reason that acts share.</summary>
internal abstract record TabletOutcome
{
    private TabletOutcome()
    {
    }

    /// <param name="Compact">The signed statement (RFC 7515, 7.1).</param>
    /// <param name="Facts">What it states: the ticket's facts, or the act.</param>
    /// <param name="Capture">Null for a ticket.</param>
    internal sealed record Signed(string Compact, JsonElement Facts, Capture? Capture) : TabletOutcome;

    internal sealed record TicketRefused(IReadOnlyList<Problem> Problems) : TabletOutcome;

    internal sealed record NotDone(AttestingOutcome Reason) : TabletOutcome;
}
