using System.Text.Json;
using Writ.Outside;

namespace WritService.Tablets;

/// <summary>A signing ticket, and what it says.</summary>
/// <param name="Ticket">Compact JWS, type <c>writ-ticket+jws</c>, signed by the attestation seal; its payload states the same facts.</param>
/// <param name="Document">The file it is bound to: id, pack, packName, sha256, length, pages.</param>
/// <param name="Slots">The slots it is for, each with name, role, label, phrase, perPage, pages and places (part, page, rectangle in pt).</param>
/// <param name="Person">Who signs.</param>
/// <param name="Acts">What that person may do.</param>
/// <param name="Given">Members of the act that are agreed beforehand.</param>
/// <param name="ReadingSeconds">How long the document is shown before anything is captured.</param>
/// <param name="ExpiresAt">When the ticket ends.</param>
internal sealed record TicketAnswer(string Ticket, JsonElement Document, JsonElement Slots, JsonElement Person, JsonElement Acts, JsonElement? Given, int ReadingSeconds, DateTimeOffset ExpiresAt)
{
    public static TicketAnswer Of(TabletOutcome.Signed signed) => new(
        signed.Compact, signed.Facts.GetProperty("document"), signed.Facts.GetProperty("slots"), signed.Facts.GetProperty("person"), signed.Facts.GetProperty("acts"),
        signed.Facts.TryGetProperty("given", out JsonElement given) ? given : null, signed.Facts.GetProperty("readingSeconds").GetInt32(), signed.Facts.GetProperty("expiresAt").GetDateTimeOffset());
}
