using System.Collections.Immutable;
using Writ.Typesetting;

namespace Writ.Documents;

/// <summary>The line at the head of every page of a derived document, in the margin, so that nothing else moves.</summary>
internal static class DisclosureMark
{
    private const double Baseline = 34;

    private static readonly StyleSheet Style = StyleSheet.Combine([StyleSheet.Parse(
        "@page { size: A4; margin: 10mm 20mm 10mm 28mm; } p { font-family: kai; font-size: 8pt; line-height: 12pt; text-indent: 0pt; text-align: left; }")]);

    public static Layout Place(Layout layout, Derivation derivation, FontLibrary fonts)
    {
        var text = $"{derivation.Title}：依法不宜{(derivation.Audience == Audience.Party ? "向当事人提供" : "公开")}的内容已作遮盖，不代替原文书。{(derivation.Original is { } id ? $"原文书：{id}" : "")}";
        var manuscript = Manuscript.Read($"<writ title=\"{derivation.Title}\" lang=\"zh-CN\"><p>{text}</p></writ>");
        var line = Typesetter.Lay(manuscript, Style, fonts, ImmutableDictionary<string, ReadOnlyMemory<byte>>.Empty, LayoutLimits.Default).Layout
            ?? throw new InvalidOperationException("The fonts have no characters for the line of a derived document.");
        var runs = line.Pages[0].Items.OfType<GlyphRun>()
            .Select(run => new GlyphRun(run.Face, run.Size, run.X, Baseline, run.Glyphs, run.Text, run.Color, -1, ArtifactKind.Pagination)).ToImmutableArray<LayoutItem>();
        return layout with { Pages = [.. layout.Pages.Select(page => page with { Items = [.. runs, .. page.Items] })] };
    }
}
