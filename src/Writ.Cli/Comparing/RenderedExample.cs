using System.Text.Json;
using Writ.Documents;
using Writ.Typesetting;

namespace Writ.Cli;

/// <summary>One example as one state of the templates renders it: the text of its pages line by line, and the document.</summary>
/// <param name="Layout">Every item at its place, as text.</param>
/// <param name="Problems">What stopped it; then there is no document.</param>
internal sealed record RenderedExample(IReadOnlyList<string> Lines, string Layout, ReadOnlyMemory<byte> Pdf, IReadOnlyList<string> Problems)
{
    public static RenderedExample Of(PackLibrary library, Renderer renderer, Pack pack, PackExample example, DateTimeOffset now)
    {
        CheckResult check = pack.Check(JsonElement.Parse(example.Json.Span), library.Profiles[example.Profile], now);
        if (check.Checked is not { } data)
            return new RenderedExample([], "", default, [.. check.Problems.Select(problem => problem.ToString())]);
        RenderResult result = renderer.Render(data, now);
        return result.Writ is { } writ
            ? new RenderedExample([.. Text(writ.Layout!)], Items(writ.Layout!), writ.Pdf, [])
            : new RenderedExample([], "", default, [.. result.Problems.Select(problem => problem.ToString())]);
    }

    // The tag tree tells lines of the manuscript, which move without anything being seen.
    private static string Items(Layout layout)
    {
        string dump = layout.Dump();
        return dump[..dump.LastIndexOf("\ntags\n", StringComparison.Ordinal)];
    }

    /// <summary>What stands on one base line is one line, from left to right.</summary>
    private static IEnumerable<string> Text(Layout layout)
    {
        for (int index = 0; index < layout.Pages.Length; index++)
        {
            yield return $"—— {index + 1} / {layout.Pages.Length} ——";
            foreach (IGrouping<double, GlyphRun> line in layout.Pages[index].Items.OfType<GlyphRun>().GroupBy(run => run.Baseline).OrderBy(line => line.Key))
                yield return string.Concat(line.OrderBy(run => run.X).Select(run => run.Text));
        }
    }
}
