using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Writ.Outside;
using static Writ.Tests.Documents.Attesting.Scene;

namespace Writ.Tests.Documents.Attesting;

/// <summary>Every problem that reading, judging or drawing an act can name has a case somewhere; and two that only drawing finds have theirs here.</summary>
public sealed partial class CodeTests
{
    // Kebab words in these rooms that are no codes: acts and formats.
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal) { "witness-statement", "read-aloud", "svg-path" };

    [Fact]
    public void Every_code_has_a_case()
    {
        string[] rooms = ["src/Writ.Documents/Issuing", "src/Writ.Documents/Attesting", "src/WritService/Outside"];
        string[] tests = ["tests/Writ.Tests/Documents/Attesting", "tests/WritService.Tests/Attest", "tests/WritService.Tests/Tablets"];
        var cases = string.Concat(tests.SelectMany(Texts));
        var codes = rooms.Take(2).SelectMany(Texts).Append(File.ReadAllText(Path.Combine(Golden.Root, rooms[2], "AttestingDesk.cs")))
            .SelectMany(text => Kebab().Matches(text).Select(match => match.Groups[1].Value)).Distinct().Where(code => !Others.Contains(code)).Order(StringComparer.Ordinal).ToList();
        Assert.True(codes.Count > 60, $"only {codes.Count} codes were found");
        Assert.DoesNotContain(codes, code => !cases.Contains($"\"{code}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Words_that_cannot_be_printed_are_refused_before_anything_is_written() =>
        Assert.Contains(Problems(Attest(Issued("xianchang-bilu"), Refuse("私用\uF8FF字符"))), problem => problem.Code == "character-unprintable");

    [Fact]
    public void A_record_too_large_to_be_sealed_is_refused()
    {
        var act = Refuse("不签");
        act["recordings"] = new JsonArray([.. Enumerable.Range(0, 20).Select(_ => (JsonNode)new JsonObject { ["reason"] = new string('因', 400) })]);
        Assert.Contains(Problems(Assert.IsType<AttestingOutcome.Rejected>(Attest(Issued("xianchang-bilu"), act))), problem => problem.Code == "record-too-large");
    }

    private static JsonObject Refuse(string reason) => Act("refusal", "party", Party(), null, ("reason", reason), ("officers", Both()), ("noWitness", "夜间无人"));

    private static IEnumerable<string> Texts(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Golden.Root, folder), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText);

    [GeneratedRegex("\"([a-z]+(?:-[a-z]+)+)\"")]
    private static partial Regex Kebab();
}
