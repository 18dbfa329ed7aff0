using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Writ.Documents;

/// <summary>Takes what a tablet sends: holds it against its ticket, makes an attestation of it and reads that strictly.</summary>
public static class Capturing
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(TimeRules.Tolerance);

    /// <param name="body">Ticket, act, device time, digest of what was shown, reading, device, and the members of the act.</param>
    /// <param name="certificate">Of the attestation seal.</param>
    /// <param name="now">Time of receipt.</param>
    public static CaptureResult Take(JsonElement body, X509Certificate2 certificate, DateTimeOffset now)
    {
        List<Problem> problems = [];
        var members = new Members(body, "$", problems, AttestationLimits.Default);
        var compact = members.Find("ticket") is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";
        if (SigningTicket.Read(compact, certificate, out var bad) is not { } ticket) return CaptureResult.Refused(bad!);
        var act = members.Required("act");
        var shown = members.Find("shown") is null ? "" : members.Digest("shown");
        if (shown is "") members.Missing("shown");
        var at = members.Moment("at", required: true);
        var slots = members.Find("slots") is null ? ticket.Slots : [.. members.Names("slots", AttestationLimits.Default.Slots)];
        if (members.Object("device") is null) members.Missing("device");
        var seconds = members.Object("reading")?.Whole("seconds");
        if (seconds is null) members.Missing("reading");
        if (problems.Count > 0) return new CaptureResult(null, null, problems);
        if (Against(ticket, act, shown!, at!.Value, slots, seconds!.Value, now) is { } refused) return CaptureResult.Refused(refused);

        var whole = Attestation(body, ticket, slots, out var other);
        if (other is not null)
            return CaptureResult.Refused(new Problem("ticket-other-facts", $"$.{other}", new Bilingual($"“{other}”与票据给定的内容不同。", $"{other} is not what the ticket says.")));
        if (AttestationReader.Read(whole, problems) is { } read) CapturedInk.Check(read, ticket, slots, problems);
        return problems.Count > 0
            ? new CaptureResult(null, null, problems)
            : new CaptureResult(new Capture(whole, ticket.Sha256, ticket.DocumentId, now), null, []);
    }

    private static Problem? Against(SigningTicket ticket, string act, string shown, DateTimeOffset at, ImmutableArray<string> slots, int seconds, DateTimeOffset now)
    {
        if (now > ticket.ExpiresAt)
            return Refusal("ticket-expired", "$.ticket", $"签署票据已于 {Capture.Day(ticket.ExpiresAt.ToOffset(now.Offset))} 到期。", $"The ticket ended at {Capture.Day(ticket.ExpiresAt.ToOffset(now.Offset))}.");
        if (shown != ticket.Sha256)
            return Refusal("ticket-other-document", "$.shown", "所展示的文件不是票据所指的文件（摘要不符）。", "What was shown is not the document of the ticket (the digests differ).");
        if (slots.FirstOrDefault(slot => !ticket.Slots.Contains(slot)) is { } slot)
            return Refusal("ticket-other-slot", "$.slots", $"票据不包括签署栏“{slot}”；只有 {string.Join("、", ticket.Slots)}。", $"The ticket is not for the slot {slot}, but for {string.Join(", ", ticket.Slots)}.");
        if (!ticket.Acts.Contains(act))
            return Refusal("ticket-other-act", "$.act", $"票据不允许“{act}”；只允许 {string.Join("、", ticket.Acts)}。", $"The ticket does not allow {act}, but {string.Join(", ", ticket.Acts)}.");
        if (at > now + Tolerance || at < ticket.IssuedAt - Tolerance)
            return Refusal("capture-time-implausible", "$.at", "设备时间早于票据或者晚于现在，请校准设备时钟。", "The device's time lies before the ticket or in the future; set its clock.");
        // A refusal needs no reading: nobody is made to sit through a document they will not sign.
        return act != "refusal" && seconds < ticket.ReadingSeconds
            ? Refusal("reading-too-short", "$.reading.seconds", $"应至少阅看 {ticket.ReadingSeconds} 秒，实际 {seconds} 秒。", $"The document is read for at least {ticket.ReadingSeconds} seconds; it was {seconds}.")
            : null;
    }

    /// <summary>The attestation a capture amounts to: the tablet's members, the ticket's person and slots, and what the ticket gives. Null when the tablet contradicts the ticket.</summary>
    private static JsonElement Attestation(JsonElement body, SigningTicket ticket, ImmutableArray<string> slots, out string? other)
    {
        other = null;
        var whole = JsonObject.Create(body)!;
        whole.Remove("ticket");
        var person = JsonObject.Create(ticket.Person)!;
        if (whole["ink"] is { } ink)
        {
            whole.Remove("ink");
            person["ink"] = ink;
        }
        if (whole.ContainsKey("person")) other = "person";
        whole["person"] = person;
        whole["slots"] = new JsonArray([.. slots.Select(slot => JsonValue.Create(slot))]);
        foreach (var given in ticket.Given?.EnumerateObject() ?? default)
        {
            if (body.TryGetProperty(given.Name, out var sent) && !JsonElement.DeepEquals(sent, given.Value)) other = given.Name;
            whole[given.Name] = JsonNode.Parse(given.Value.GetRawText());
        }
        return JsonSerializer.SerializeToElement(whole);
    }

    private static Problem Refusal(string code, string path, string zh, string en) => new(code, path, new Bilingual(zh, en), Basis.Unaltered);
}
