using System.Text.Json;
using Writ.Scripting;
using Xunit.Abstractions;

namespace Writ.Tests.Scripting;

/// <summary>The law of the printer: reading what a tree prints gives an equal tree.</summary>
public sealed class PrintTests(ITestOutputHelper log)
{
    [Theory]
    [InlineData("a {{~ x = 1; y += 2 -}} b {%{ {{ raw }} }%}\n  {{ if x }}1{{ else if y }}2{{ else }}3{{ end }}")]
    [InlineData("{{ for a.b in [1, {c: 'd', \"e f\": $0}] offset:1 limit:(2) reversed; a[0]?.b.empty?; else; 1; end }}")]
    [InlineData("{{ case x; 1; when 1, 2 || 3; 'a'; else; 'b'; end; while x < 3; x++; --x; break; continue; end }}")]
    [InlineData("{{ func f(a, b = 1, c...); ret a; end; g(x) = x | f 1 k: 2; wrap f 1; $$; end; h = do(q); q; end }}")]
    [InlineData("{{ - -x; !a; @f; ^l; f (-1) [2]; f(1, n: 2); (a ? b : c) | d; 1..2; `a``b`; $'x{1 + 1}y'; for.index }}")]
    [InlineData("{{ capture a.b; end; with o; import p; readonly q; ret; end; tablerow i in l cols:2; end }}")]
    public void Own_templates(string template) => AssertLaw(template, ScriptMode.Template);

    [Fact]
    public void The_whole_suite()
    {
        if (ConformanceSuite.Cases is not { } cases)
        {
            log.WriteLine("SKIPPED: ../shared/scriban/conformance.jsonl is not there; only this project's own templates were printed.");
            return;
        }
        int printed = 0;
        foreach (JsonElement test in cases)
        {
            ScriptMode mode = (test.TryGetProperty("mode", out JsonElement named) ? named.GetString() : "") switch { "script" => ScriptMode.Code, "frontmatter" => ScriptMode.FrontMatter, _ => ScriptMode.Template };
            if (test.TryGetProperty("errorPhase", out JsonElement phase) && phase.GetString() == "parse")
                continue;
            AssertLaw(test.GetProperty("template").GetString()!, mode);
            printed++;
        }
        log.WriteLine($"printed and read again: {printed}");
        Assert.True(printed > 900);
    }

    internal static void AssertLaw(string template, ScriptMode mode)
    {
        ScriptOptions options = ScriptOptions.Compatible with { Mode = mode };
        Script first = Script.Parse(template, "first", options);
        string print = first.Print();
        Script second = Script.Parse(print, "second", options);
        Assert.True(TreeComparison.Difference(first.Page, second.Page) is not { } difference, $"{template}\n{print}\n{TreeComparison.Difference(first.Page, second.Page)}");
        Assert.Equal(print, second.Print());
    }
}
