using System.Text.Json;

namespace WritService.Tablets;

/// <summary>The contract of what a tablet sends; it is read member by member, so that every fault has its path.</summary>
/// <param name="Ticket">The signing ticket, compact.</param>
/// <param name="Act">signature, fingerprint, refusal, witness-statement, alteration, read-aloud or delivery, as the ticket allows.</param>
/// <param name="At">When it was done, by the device (RFC 3339).</param>
/// <param name="Shown">SHA-256 of the file that was shown, hex.</param>
/// <param name="Slots">Slots it is for; all of the ticket when absent.</param>
/// <param name="Reading">seconds, and pages if known: how long the document was shown.</param>
/// <param name="Device">name, and model, software, userAgent, screen if known.</param>
/// <param name="Inks">Ink for each page, as page and ink.</param>
/// <param name="Ink">One ink, as format and data.</param>
/// <param name="EveryPage">The signer wants the one ink on every page.</param>
/// <param name="Phrase">text and ink of the closing phrase.</param>
/// <param name="Fingerprint">finger and image.</param>
/// <param name="Reason">Of a refusal, or of a print in place of a signature.</param>
internal sealed record CaptureEnvelope(
    string Ticket, string Act, DateTimeOffset At, string Shown, IReadOnlyList<string>? Slots, JsonElement Reading, JsonElement Device,
    JsonElement? Inks, JsonElement? Ink, bool? EveryPage, JsonElement? Phrase, JsonElement? Fingerprint, string? Reason);
