using System.Text.Json;
using System.Text.Json.Nodes;
using Writ.Documents;
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
