using System.Text.Json;
using Writ.Documents;
using Writ.Sealing;

namespace Writ.Outside;

/// <summary>Gives out signing tickets and takes what tablets captured under them. Nothing is remembered: both travel signed by the attestation seal.</summary>
internal sealed class TabletDesk(PackLibrary packs, ISealKey key, TrustAnchors trust)
{
    /// <summary>A signed ticket for the document as it stands.</summary>
    public async Task<TabletOutcome> TicketAsync(byte[] document, TicketRequest request, DateTimeOffset now, CancellationToken cancel)
    {
        if (AttestingDesk.Read(document, out AttestingOutcome? unreadable) is not { } state)
            return new TabletOutcome.NotDone(unreadable!);
        if (AttestingDesk.Library(packs, state) is not var (pack, profile))
            return new TabletOutcome.NotDone(AttestingDesk.Unknown(state));
        List<Problem> problems = [];
        return SigningTicket.For(state, request, pack, profile, BoundedExamination.Run(document, trust, now, cancel), now, problems) is { } ticket
            ? await Signed(ticket.Draft(key), ticket.Facts, cancel)
            : new TabletOutcome.NotDone(new AttestingOutcome.Forbidden(problems));
    }

    /// <summary>A sealed capture of what the tablet sent.</summary>
    public async Task<TabletOutcome> CaptureAsync(JsonElement body, DateTimeOffset now, CancellationToken cancel)
    {
        CaptureResult result = Capturing.Take(body, key.Certificate, now);
        if (result.TicketProblem is not null)
            return new TabletOutcome.TicketRefused(result.Problems);
        return result.Capture is { } capture
            ? await Signed(capture.Draft(key), capture.Act, cancel, capture)
            : new TabletOutcome.NotDone(new AttestingOutcome.Rejected(result.Problems));
    }

    private async Task<TabletOutcome> Signed(StatementDraft draft, JsonElement facts, CancellationToken cancel, Capture? capture = null)
    {
        SealOutcome<byte[]> signature = await key.SignAsync(draft.Digest, cancel);
        return signature.Succeeded
            ? new TabletOutcome.Signed(draft.Complete(signature.Value), facts, capture)
            : new TabletOutcome.NotDone(new AttestingOutcome.Refused(signature.Problems));
    }
}
