using System.Text;
using Writ.Typesetting;

namespace Writ.Tests.Typesetting;

/// <summary>Lays small manuscripts with the mock font and reads the result back as lines of text.</summary>
internal static class Setting
{
    /// <summary>Type area of 160 × 200 pt, ten characters of 16 pt a line, ten lines of 20 pt a page.</summary>
    internal const string Small = """
        @page { size: 200pt 240pt; margin: 20pt 20pt 20pt 20pt; }
        writ { font-family: song; font-size: 16pt; line-height: 20pt; letter-spacing: 0pt; text-indent: 0pt; text-align: justify; grid: off; widows: 1; orphans: 1; }
        page-header, page-footer { font-size: 8pt; line-height: 10pt; margin: 0pt; }
        h1 { font-size: 16pt; line-height: 20pt; margin: 0pt; }
        th, td { font-size: 16pt; line-height: 20pt; padding: 0pt; min-height: 0pt; border: 1pt solid; }
        table { margin: 0pt; }
        """;

    internal static LayoutResult Try(string content, string css = "", LayoutLimits? limits = null, IReadOnlyDictionary<string, ReadOnlyMemory<byte>>? images = null, string attributes = "") =>
        Typesetter.Lay(
            Manuscript.Read($"<writ title=\"试\"{attributes}>{content}</writ>"),
            StyleSheet.Combine([StyleSheet.Parse(Small), StyleSheet.Parse(css)]),
            MockFont.Library, images ?? new Dictionary<string, ReadOnlyMemory<byte>>(), limits ?? LayoutLimits.Default);

    internal static Layout Lay(string content, string css = "", IReadOnlyDictionary<string, ReadOnlyMemory<byte>>? images = null, string attributes = "")
    {
        LayoutResult result = Try(content, css, null, images, attributes);
        Assert.Empty(result.Problems);
        return result.Layout!;
    }

    /// <summary>The text of every line: runs on one base line joined by |.</summary>
    internal static string[] Lines(Layout layout) => [.. layout.Pages.SelectMany(Lines)];

    internal static string[] Lines(LayoutPage page) =>
        [.. page.Items.OfType<GlyphRun>().GroupBy(run => run.Baseline).OrderBy(group => group.Key).Select(group => string.Join('|', group.OrderBy(run => run.X).Select(run => run.Text)))];

    /// <summary>Lines with where each begins and how its glyphs follow: the golden of spacing.</summary>
    internal static string Spacing(string content, string css = "")
    {
        StringBuilder text = new();
        foreach (string line in Lay(content, css).Dump().Split('\n').Where(line => line.StartsWith("  text", StringComparison.Ordinal)))
            text.Append(line.Trim()).Append('\n');
        return text.ToString();
    }
}
