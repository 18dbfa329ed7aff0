using System.Collections.Immutable;
using System.Text.Json;

namespace Writ.Documents;

/// <summary>What a desk wants a tablet to capture (签署票据的申请).</summary>
/// <param name="Slots">Slots one person is to settle, in order.</param>
/// <param name="Person">As it was sent; the act takes it over.</param>
/// <param name="Acts">What the person may do; empty for what the slots take.</param>
/// <param name="Given">Members of the act that are agreed beforehand: the passage of an alteration, the officers of a refusal. Absent when there are none.</param>
/// <param name="ReadingSeconds">How long the document is shown before anything can be captured; null for the profile's term.</param>
/// <param name="ExpiresAt">When the ticket ends.</param>
public sealed record TicketRequest(ImmutableArray<string> Slots, JsonElement Person, ImmutableArray<string> Acts, JsonElement? Given, int? ReadingSeconds, DateTimeOffset ExpiresAt)
{
    private const int LongestReading = 3600;
    private static readonly TimeSpan UsualTerm = TimeSpan.FromMinutes(30), LongestTerm = TimeSpan.FromHours(24);

    // Everything of an act but what only the tablet can know, and what the ticket itself says.
    private static readonly HashSet<string> Givable = new(StringComparer.Ordinal)
        { "officers", "witness", "noWitness", "recordings", "reason", "cannotRead", "statement", "page", "old", "new", "listener", "answer", "mode" };

    /// <summary>A text among what is given; empty when it is not.</summary>
    internal string GivenText(string name) => Given is { } given && given.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    internal int? GivenWhole(string name) => Given is { } given && given.TryGetProperty(name, out var value) ? Members.Whole(value) : null;

    internal Person Named { get; private init; } = PersonReader.Nobody;

    /// <summary>The request, or null with what is wrong in <paramref name="problems"/>, each under its JSON path.</summary>
    public static TicketRequest? Read(JsonElement value, DateTimeOffset now, List<Problem> problems)
    {
        var before = problems.Count;
        var members = new Members(value, "$", problems, AttestationLimits.Default);
        var slots = members.Names("slots", AttestationLimits.Default.Slots);
        if (slots.Count == 0) members.Missing("slots");
        var acts = members.Names("acts", CapturedActs.All.Length);
        foreach (var act in acts.Where(act => !CapturedActs.All.Contains(act)))
            members.Report("attestation-act-unknown", members.At("acts"), $"acts 只能是 {string.Join("、", CapturedActs.All)}，没有“{act}”。", $"acts are {string.Join(", ", CapturedActs.All)}; {act} is none.");
        var person = members.Object("person");
        if (person is null) members.Missing("person");
        var named = person is null ? PersonReader.Nobody : PersonReader.Read(person, mayBringInk: false);
        var given = members.Object("given");
        if (given is not null && given.Names().FirstOrDefault(name => !Givable.Contains(name)) is { } other)
            given.Report("attestation-member-unknown", given.At(other), $"“{other}”不能预先给定；可以给定的有 {string.Join("、", Givable)}。", $"{other} cannot be given; what can is {string.Join(", ", Givable)}.");
        var reading = members.Find("readingSeconds") is null ? (int?)null : members.Whole("readingSeconds");
        if (reading is < 0 or > LongestReading)
            members.Report("ticket-term-out-of-range", members.At("readingSeconds"), $"阅读时间应为 0 至 {LongestReading} 秒。", $"The reading time is 0 to {LongestReading} seconds.");
        var end = members.Moment("expiresAt", required: false) ?? now + UsualTerm;
        if (end <= now || end > now + LongestTerm)
            members.Report("ticket-term-out-of-range", members.At("expiresAt"), "票据的截止时间应在今后 24 小时之内。", "A ticket ends within the next 24 hours.");
        members.End();
        return problems.Count > before ? null
            : new TicketRequest([.. slots], value.GetProperty("person").Clone(), [.. acts], given is null ? null : value.GetProperty("given").Clone(), reading, end) { Named = named };
    }
}
