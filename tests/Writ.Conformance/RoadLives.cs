using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Writ.Sealing;

namespace Writ.Conformance;

/// <summary>What people do with a document beyond signing it: altered and signed on every page, left with one who refuses, recorded without the party, read aloud, refused on the spot.</summary>
internal sealed partial class Road
{
    private static readonly string[] Zhou = ["周建平", "22050115023"], Li = ["李思远", "22050115047"], Zhang = ["张立新", "22050012016"], Gao = ["高洁", "22050012033"];
    private static string Print => Convert.ToBase64String(File.ReadAllBytes(Path.Combine(Examples.Root, "tests", "fingerprint.png")));

    /// <summary>A questioning record of three pages: an alteration is confirmed; the person signs and presses a finger on every page, then both officers.</summary>
    public static Road OfQuestioning(string kind)
    {
        Road road = new(kind, pss: false, Examples.Chancery.Packs);
        byte[] document = road.Issue("xunwen-bilu", "three-pages", "default");
        document = road.Do(document, "altered", Act("alteration", ["alteration-1"], Person("王海涛", ink: true), ("page", 1), ("old", "大专文化"), ("new", "本科文化")));
        document = road.Do(document, "signed", Act("signature", ["person", "statement"], Person("王海涛", ink: true), ("everyPage", true),
            ("phrase", new JsonObject { ["text"] = "以上笔录我已看过，与我说的一致。", ["ink"] = Ink() }), ("fingerprint", Finger())));
        return road.SignAndClose(document, "officer", Zhou, Li);
    }

    /// <summary>A record read aloud to a person who cannot read, and confirmed by a fingerprint.</summary>
    public static Road OfReading(string kind)
    {
        Road road = new(kind, pss: false, Examples.Chancery.Packs);
        byte[] document = road.Issue("xianchang-bilu", "ordinary", "default");
        document = road.Do(document, "read-aloud", Act("read-aloud", ["reading"], Person("周建平", ink: true), ("listener", "王海涛"), ("reason", "不识字"), ("answer", "听清楚了，没有意见")));
        document = road.Do(document, "pressed", Act("fingerprint", ["party"], Person("王海涛"), ("reason", "不会写字"), ("cannotRead", true), ("fingerprint", Finger())));
        return road.SignAndClose(document, "officer", Zhou, Li);
    }

    /// <summary>A return of service: the recipient refuses, the writ is left with him before a witness who signs.</summary>
    public static Road OfLeaving(string kind)
    {
        Road road = new(kind, pss: false, Examples.Chancery.Packs);
        byte[] document = road.Issue("songda-huizheng", "left-with-witness", "tonghua");
        document = road.Do(document, "left", Act("delivery", ["recipient"], Person("孙玉芬"), ("mode", "left"), ("reason", "认为处罚过重，拒绝签收"), ("leftAt", "文书留置于收银台"),
            ("officers", new JsonArray(Officer(Zhang), Officer(Gao))), ("witness", Witness(ink: false)), ("recordings", road.Recordings())));
        document = road.Do(document, "witnessed", Act("witness-statement", ["witness"], Witness(ink: true), ("statement", "见证留置送达"), ("fingerprint", Finger())));
        return road.SignAndClose(document, "server", Zhang, Gao);
    }

    /// <summary>An inspection record whose party is absent; a witness signs.</summary>
    public static Road OfAbsence(string kind)
    {
        Road road = new(kind, pss: false, Examples.Chancery.Packs);
        byte[] document = road.Issue("xianchang-bilu", "maximal", "tonghua");
        document = road.Do(document, "absent", Act("absence", ["party"], Person("云岭市鑫源食品有限公司"), ("reason", "法定代表人在外地"), ("notified", "已电话通知，未到场"),
            ("officers", new JsonArray(Officer(Zhou), Officer(Li))), ("witness", Witness(ink: false)), ("recordings", road.Recordings())));
        document = road.Do(document, "witnessed", Act("witness-statement", ["witness"], Witness(ink: true), ("statement", "见证现场检查")));
        return road.SignAndClose(document, "officer", Zhou, Li);
    }

    /// <summary>A penalty decided on the spot: the party will not take it, a witness signs and presses a finger beside the reason.</summary>
    public static Road OfRefusing(string kind)
    {
        Road road = new(kind, pss: false, Examples.Chancery.Packs);
        byte[] document = road.Issue("dangchang-xingzheng-chufa-juedingshu", "ordinary", "default");
        document = road.Keep("officer-1", road.Sign(document, "officer-1", Zhou[0], Zhou[1]));
        document = road.Keep("officer-2", road.Sign(document, "officer-2", Li[0], Li[1]));
        JsonObject witness = Witness(ink: true);
        witness["fingerprint"] = Finger();
        document = road.Do(document, "refused", Act("refusal", ["party"], Person("李桂芳"), ("reason", "认为散装饼干是当天刚拆箱的，不应处罚"), ("officers", new JsonArray(Officer(Zhou), Officer(Li))), ("witness", witness)));
        road.CloseAndArchive(document);
        return road;
    }

    private byte[] Issue(string pack, string example, string profile) => Keep("issued-T", Seal(Render(pack, example, profile), SealLevel.T));

    private Road SignAndClose(byte[] document, string slot, params string[][] officers)
    {
        for (int i = 0; i < officers.Length; i++)
            document = Keep($"{slot}-{i + 1}", Sign(document, $"{slot}-{i + 1}", officers[i][0], officers[i][1]));
        CloseAndArchive(document);
        return this;
    }

    private byte[] Do(byte[] document, string step, JsonObject act)
    {
        act["at"] = Moment(now);
        act["shown"] = Convert.ToHexStringLower(SHA256.HashData(document));
        return Keep(step, Recorded(attesting.AttestAsync(document, JsonElement.Parse(act.ToJsonString()), [], now, CancellationToken.None)));
    }

    private JsonArray Recordings() => new(new JsonObject
    {
        ["fileId"] = "AV-07", ["device"] = "DSJ-07", ["recorder"] = "高洁", ["start"] = Moment(now.AddHours(-1)), ["end"] = Moment(now.AddMinutes(-10)),
        ["place"] = "现场", ["actRecorded"] = "全过程", ["sha256"] = new string('a', 64), ["store"] = "执法资料库", ["storedAt"] = Moment(now),
    });

    private static JsonObject Act(string act, string[] slots, JsonObject person, params ReadOnlySpan<(string Name, JsonNode? Value)> more)
    {
        JsonObject whole = new() { ["act"] = act, ["slots"] = new JsonArray([.. slots.Select(slot => (JsonNode)slot)]), ["person"] = person };
        foreach ((string name, JsonNode? value) in more)
            whole[name] = value;
        return whole;
    }

    private static JsonObject Person(string name, bool ink = false) => ink ? new JsonObject { ["name"] = name, ["ink"] = Ink() } : new JsonObject { ["name"] = name };

    private static JsonObject Officer(string[] officer) => new() { ["name"] = officer[0], ["certificateNumber"] = officer[1] };

    private static JsonObject Witness(bool ink)
    {
        JsonObject witness = Person("刘国强", ink);
        witness["unit"] = "民主社区居民委员会主任";
        return witness;
    }

    private static JsonObject Finger() => new() { ["finger"] = "right-index", ["image"] = Print };
}
