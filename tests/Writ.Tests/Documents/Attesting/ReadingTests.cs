using System.Text.Json;
using System.Text.Json.Nodes;
using Writ.Documents;
using Writ.Tests.Pdf;
using static Writ.Tests.Documents.Attesting.Scene;

namespace Writ.Tests.Documents.Attesting;

/// <summary>What is not well made is named by path and code before any document is looked at.</summary>
public sealed class ReadingTests
{
    [Theory]
    [InlineData("""{"act":"dance"}""", "$.act", "attestation-act-unknown")]
    [InlineData("""{"mood":"good"}""", "$.mood", "attestation-member-unknown")]
    [InlineData("""{"at":"2026-11-22 10:05"}""", "$.at", "attestation-time-malformed")]
    [InlineData("""{"shown":"ABC"}""", "$.shown", "attestation-digest-malformed")]
    [InlineData("""{"slots":["party","party"]}""", "$.slots[1]", "slot-repeated")]
    [InlineData("""{"slots":[]}""", "$.slots", "attestation-member-missing")]
    [InlineData("""{"person":{"name":""}}""", "$.person.name", "attestation-member-missing")]
    [InlineData("""{"person":{"name":7}}""", "$.person.name", "attestation-member-mistyped")]
    [InlineData("""{"person":{"name":"王\u0007"}}""", "$.person.name", "attestation-malformed")]
    [InlineData("""{"person":{"name":"王","ink":{"format":"signature_pad","data":[]}}}""", "$.person.ink", "ink-empty")]
    [InlineData("""{"person":{"name":"王","ink":{"format":"signature_pad","data":[{"points":[{"x":1,"y":1}]}]}}}""", "$.person.ink", "ink-too-little")]
    [InlineData("""{"person":{"name":"王","ink":{"format":"doodle","data":""}}}""", "$.person.ink.format", "ink-format-unknown")]
    [InlineData("""{"person":{"name":"王","ink":{"format":"png","data":"iVBORw0KGgo="}}}""", "$.person.ink", "picture-unreadable")]
    [InlineData("""{"fingerprint":{"finger":"left-thumb","image":"AAAA"}}""", "$.fingerprint.image", "picture-unreadable")]
    [InlineData("""{"fingerprint":{"finger":"nose","image":"AAAA"}}""", "$.fingerprint.finger", "finger-unknown")]
    [InlineData("""{"act":"refusal","reason":"不服","fingerprint":{"finger":"left-thumb","image":"AAAA"}}""", "$.fingerprint", "attestation-member-unknown")]
    [InlineData("""{"person":{"name":"王","fingerprint":{"finger":"left-thumb","image":"AAAA"}}}""", "$.person.fingerprint", "attestation-member-unknown")]
    [InlineData("""{"witness":{"name":"刘","fingerprint":{"finger":"left-thumb","image":"AAAA"}}}""", "$.witness.fingerprint.image", "picture-unreadable")]
    [InlineData("""{"recordings":[{"fileId":"a","start":"2026-11-22T08:00:00+08:00","end":"2026-11-22T09:00:00+08:00","storedAt":"2026-11-22T08:30:00+08:00"}]}""", "$.recordings[0].storedAt", "recording-incomplete")]
    [InlineData("""{"recordings":[{"fileId":"a","start":"2026-11-22T09:00:00+08:00","end":"2026-11-22T08:00:00+08:00"}]}""", "$.recordings[0].end", "recording-incomplete")]
    [InlineData("""{"person":{"name":"王","ink":{"format":"svg-path","data":"Z9"}}}""", "$.person.ink.data", "ink-malformed")]
    [InlineData("""{"device":{"model":"T6"}}""", "$.device.name", "attestation-member-missing")]
    [InlineData("""{"act":"delivery","mode":"pigeon"}""", "$.mode", "delivery-mode-unknown")]
    [InlineData("""{"act":"delivery","mode":"left"}""", "$.leftAt", "attestation-member-missing")]
    [InlineData("""{"act":"alteration","page":1,"old":"18袋","new":"18袋"}""", "$", "alteration-changes-nothing")]
    [InlineData("""{"inks":[{"page":1,"ink":{"format":"svg-path","data":"M0 0L50 9L9 50Z"}},{"page":1,"ink":{"format":"svg-path","data":"M0 0L50 9L9 50Z"}}]}""", "$.inks[1]", "ink-page-repeated")]
    public void A_fault_is_named_by_path_and_code(string change, string path, string code)
    {
        var act = Act("signature", "party", Party());
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject()) act[name] = value?.DeepClone();
        List<Problem> problems = [];
        Assert.Null(AttestationReader.Read(JsonElement.Parse(act.ToJsonString()), problems));
        Assert.True(problems.Exists(problem => problem.Path == path && problem.Code == code), string.Join('\n', problems));
    }

    [Fact]
    public void Too_many_points_are_refused()
    {
        var points = string.Join(',', Enumerable.Range(0, 20_001).Select(i => $$"""{"x":{{i % 300}},"y":{{i % 100}}}"""));
        var act = Act("signature", "party", Party());
        act["person"]!["ink"] = new JsonObject { ["format"] = "signature_pad", ["data"] = JsonNode.Parse($$"""[{"points":[{{points}}]}]""") };
        List<Problem> problems = [];
        Assert.Null(AttestationReader.Read(JsonElement.Parse(act.ToJsonString()), problems));
        Assert.Contains(problems, problem => problem.Code == "ink-too-large");
    }

    [Theory]
    [InlineData("officers", "attestation-list-too-long")]
    [InlineData("noWitness", "attestation-text-too-long")]
    [InlineData("fingerprint", "fingerprint-too-large")]
    public void What_is_too_much_is_refused(string member, string code)
    {
        var act = Act("signature", "party", Party());
        act[member] = member switch
        {
            "officers" => new JsonArray([.. Enumerable.Range(0, 21).Select(_ => (JsonNode)Person("周建平"))]),
            "noWitness" => new string('无', 501),
            _ => new JsonObject { ["finger"] = "right-index", ["image"] = new string('A', 1_500_000) },
        };
        List<Problem> problems = [];
        Assert.Null(AttestationReader.Read(JsonElement.Parse(act.ToJsonString()), problems));
        Assert.Contains(problems, problem => problem.Code == code);
    }

    [Theory]
    [InlineData("a sheet", "ink-empty")]
    [InlineData("a grey sheet", "ink-empty")]
    [InlineData("a dot", "ink-too-little")]
    [InlineData("a blot", "ink-too-little")]
    [InlineData("a level stroke", null)]
    [InlineData("a hand", null)]
    public void A_picture_of_ink_shows_more_than_a_dot(string seen, string? code)
    {
        var picture = seen switch
        {
            "a sheet" => Pictures.Drawn(240, 80, (_, _) => false),
            "a grey sheet" => Pictures.Drawn(240, 80, (_, _) => true),
            "a dot" => Pictures.Drawn(240, 80, (x, y) => Math.Abs(x - 90) + Math.Abs(y - 40) < 6),
            "a blot" => Pictures.Drawn(240, 80, (x, y) => Math.Abs(x - 90) < 30 && Math.Abs(y - 40) < 30),
            "a level stroke" => Pictures.Drawn(240, 80, (x, y) => x is > 20 and < 200 && y is > 38 and < 42),
            _ => File.ReadAllBytes(Path.Combine(Golden.Root, "tests", "signature.png")),
        };
        List<Problem> problems = [];
        var ink = InkReader.Read(JsonElement.Parse($$"""{"format":"png","data":"{{Convert.ToBase64String(picture)}}"}"""), "$", InkLimits.Default, problems);
        Assert.Equal(code, problems.SingleOrDefault()?.Code);
        Assert.Equal(code is null, ink is not null);
    }

    [Theory]
    [InlineData("a sheet", false)]
    [InlineData("a blot", false)]
    [InlineData("a stamp", false)]
    [InlineData("a small jpeg", false)]
    [InlineData("a jpeg", true)]
    [InlineData("a finger", true)]
    public void A_picture_of_a_print_shows_ridges(string seen, bool isPrint)
    {
        var picture = seen switch
        {
            "a sheet" => Pictures.Drawn(150, 190, (_, _) => false),
            "a blot" => Pictures.Drawn(150, 190, (x, y) => x is > 20 and < 130 && y is > 20 and < 170),
            "a stamp" => Pictures.Drawn(20, 20, (x, y) => (x + y) % 4 < 2),
            "a small jpeg" => Pictures.Jpeg(1, 31, 190),
            "a jpeg" => Pictures.Jpeg(1, 150, 190),
            _ => File.ReadAllBytes(Path.Combine(Golden.Root, "tests", "fingerprint.png")),
        };
        var act = Act("fingerprint", "party", Party(), null, ("reason", "不识字"), ("fingerprint", new JsonObject { ["finger"] = "left-thumb", ["image"] = Convert.ToBase64String(picture) }));
        List<Problem> problems = [];
        Assert.Equal(isPrint, AttestationReader.Read(JsonElement.Parse(act.ToJsonString()), problems) is not null);
        Assert.Equal(isPrint ? null : "fingerprint-empty", problems.SingleOrDefault()?.Code);
    }

    [Theory]
    [InlineData("<channel name='X'/><channel name='Y'/><channel name='F' max='1023'/>", 1023)]
    [InlineData("<channel name='X'/><channel name='Y'/><channel name='F'/>", 800)]
    public void Traces_that_touch_are_all_read_and_force_is_brought_to_one(string channels, double hardest)
    {
        List<Problem> problems = [];
        var ink = InkReader.Read(JsonSerializer.SerializeToElement(new JsonObject
        {
            ["format"] = "inkml",
            ["data"] = $"<ink xmlns='http://www.w3.org/2003/InkML'><traceFormat>{channels}</traceFormat><trace>0 0 200, 30 5 400</trace><trace>60 40 800, 5 44 100</trace><trace>9 9 10, 40 2 20</trace></ink>",
        }), "$", InkLimits.Default, problems);
        Assert.Empty(problems);
        Assert.Equal(3, ink!.Strokes.Length);
        Assert.Equal(800 / hardest, ink.Strokes[1].Points[0].Pressure);
    }

    [Theory]
    [InlineData("signature_pad", """[[{"x":0,"y":0},{"x":30,"y":5},{"x":60,"y":40},{"x":5,"y":44}]]""")]
    [InlineData("inkml", "\"<ink xmlns='http://www.w3.org/2003/InkML'><trace>0 0, 30 5, 60 40, 5 44</trace></ink>\"")]
    [InlineData("svg-path", "\"M0 0 L30 5 L60 40 L5 44\"")]
    public void Every_format_of_strokes_reads_as_the_same_ink(string format, string data)
    {
        List<Problem> problems = [];
        var ink = InkReader.Read(JsonElement.Parse($$"""{"format":"{{format}}","data":{{data}}}"""), "$", InkLimits.Default, problems);
        Assert.Empty(problems);
        Assert.Equal([(0.0, 0.0), (30, 5), (60, 40), (5, 44)], Assert.Single(ink!.Strokes).Points.Select(point => (point.X, point.Y)));
    }
}
