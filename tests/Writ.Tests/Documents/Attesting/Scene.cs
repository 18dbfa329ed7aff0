using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Writ.Documents;
using Writ.Outside;
using Writ.Sealing;

namespace Writ.Tests.Documents.Attesting;

/// <summary>A house whose clock stands, with certificates of its own; documents issued in it, and short words for acts.</summary>
internal static class Scene
{
    public const string Moment = "2026-11-22T10:05:00+08:00";
    public static readonly DateTimeOffset Now = DateTimeOffset.Parse(Moment, System.Globalization.CultureInfo.InvariantCulture);
    private static readonly Lazy<Chancery> Opened = new(Open);
    private static readonly ConcurrentDictionary<string, Lazy<byte[]>> Documents = new(StringComparer.Ordinal);

    public static Chancery House => Opened.Value;

    /// <summary>An inspection record issued by a bureau that this house does not know.</summary>
    public static byte[] Foreign() => Make("xianchang-bilu", "ordinary", issue: true, Open());

    /// <summary>An example of a pack, rendered and issued.</summary>
    public static byte[] Issued(string pack, string example = "ordinary", bool issue = true) =>
        Documents.GetOrAdd($"{pack}/{example}/{issue}", _ => new Lazy<byte[]>(() => Make(pack, example, issue, House))).Value;

    public static AttestingOutcome Attest(byte[] document, JsonObject act) =>
        House.Attesting!.AttestAsync(document, JsonElement.Parse(act.ToJsonString()), [], Now, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Records what must be recordable.</summary>
    public static byte[] Recorded(byte[] document, JsonObject act)
    {
        var outcome = Attest(document, act);
        Assert.True(outcome is AttestingOutcome.Recorded, string.Join('\n', Problems(outcome)));
        return ((AttestingOutcome.Recorded)outcome).Document.ToArray();
    }

    public static AttestingOutcome Close(byte[] document) =>
        House.Attesting!.CloseAsync(document, House.Seals.Keys.Find("bureau", null).Value!, SealLevel.T, Now, CancellationToken.None).GetAwaiter().GetResult();

    public static IReadOnlyList<Problem> Problems(AttestingOutcome outcome) => outcome switch
    {
        AttestingOutcome.Recorded recorded => recorded.Warnings,
        AttestingOutcome.Rejected rejected => rejected.Problems,
        AttestingOutcome.Forbidden forbidden => forbidden.Problems,
        AttestingOutcome.Unreadable unreadable => [new Problem("document-unreadable", "$", new Bilingual(unreadable.Zh, unreadable.En))],
        AttestingOutcome.Refused refused => [.. refused.Problems.Select(problem => new Problem(problem.Code, "$", new Bilingual(problem.Zh, problem.En)))],
        _ => throw new InvalidOperationException(),
    };

    public static JsonObject Person(string name, string? certificate = null, bool ink = false)
    {
        var person = new JsonObject { ["name"] = name };
        if (certificate is not null) person["certificateNumber"] = certificate;
        if (ink) person["ink"] = Ink();
        return person;
    }

    public static JsonObject Act(string act, string slot, JsonObject person, byte[]? shown = null, params ReadOnlySpan<(string Name, JsonNode? Value)> more)
    {
        var value = new JsonObject { ["act"] = act, ["slots"] = new JsonArray(slot), ["person"] = person, ["at"] = Moment };
        if (shown is not null) value["shown"] = Convert.ToHexStringLower(SHA256.HashData(shown));
        foreach (var (name, member) in more) value[name] = member;
        return value;
    }

    public static JsonObject Ink() => new()
    {
        ["format"] = "signature_pad",
        ["data"] = JsonNode.Parse("""[{"points":[{"x":10,"y":10,"time":1,"pressure":0.4},{"x":40,"y":14,"time":9,"pressure":0.7},{"x":70,"y":44,"time":18,"pressure":0.5}]},{"points":[{"x":12,"y":50,"time":40},{"x":66,"y":12,"time":60}]}]"""),
    };

    /// <summary>A picture of a finger.</summary>
    public static JsonObject Print() => new() { ["finger"] = "right-index", ["image"] = Convert.ToBase64String(File.ReadAllBytes(Path.Combine(Golden.Root, "tests", "fingerprint.png"))) };

    // The officers of the default examples, and those of the 通化 ones.
    public static JsonObject Zhou(bool ink = true) => Person("周建平", "22050115023", ink);
    public static JsonObject Li(bool ink = true) => Person("李思远", "22050115047", ink);
    public static JsonArray Both() => new(Zhou(ink: false), Li(ink: false));
    public static JsonArray BothOfTonghua() => new(Person("张立新", "22050012016"), Person("高洁", "22050012033"));

    public static JsonObject Party() => Person("王海涛");

    public static JsonObject Witness(bool ink = false)
    {
        var witness = Person("刘国强", ink: ink);
        witness["idNumber"] = "22050219780623001X";
        witness["unit"] = "民主社区居民委员会主任";
        return witness;
    }

    public static JsonObject Recording(string end = "2026-11-22T10:00:00+08:00", string? storedAt = null)
    {
        var recording = new JsonObject
        {
            ["fileId"] = "AV-7", ["device"] = "DSJ-T6", ["recorder"] = "高洁", ["actRecorded"] = "送达", ["start"] = "2026-11-20T09:00:00+08:00", ["end"] = end, ["sha256"] = new string('a', 64),
        };
        if (storedAt is not null) recording["storedAt"] = storedAt;
        return recording;
    }

    private static byte[] Make(string packId, string name, bool issue, Chancery house)
    {
        var pack = house.Packs.Find(packId)!;
        var example = pack.Examples.Single(known => !known.IsRejected && known.Name == name);
        var check = pack.Check(JsonElement.Parse(example.Json.Span), house.Packs.Profiles[example.Profile], Now);
        Assert.True(check.Passed, string.Join('\n', check.Problems));
        var writ = house.Render(check.Checked!, Now).Writ!;
        if (!issue) return writ.Pdf.ToArray();
        var issued = house.SealAsync(writ.Pdf, house.Seals.Keys.Find("bureau", null).Value!, FieldNames.Issuer, SealLevel.T, Now, CancellationToken.None).GetAwaiter().GetResult();
        Assert.True(issued.Succeeded, string.Join('\n', issued.Problems));
        return issued.Value.Bytes.ToArray();
    }

    private static Chancery Open()
    {
        var certificates = Directory.CreateTempSubdirectory("writ-attesting-").FullName;
        File.Copy(Path.Combine(Golden.Root, "certs-dev", "recipe.json"), Path.Combine(certificates, "recipe.json"));
        return Chancery.Open(HouseFolders.Find(name => name switch { "Root" => Golden.Root, "Certificates" => certificates, _ => null }), new StoppedClock());
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
    }
}
