using System.Collections.Immutable;

namespace Writ.Typesetting;

/// <summary>Manuscript in, layout out. Pure: the same manuscript, sheet and fonts yield the same layout everywhere.</summary>
public static class Typesetter
{
    /// <param name="sheet">Complete: <see cref="StyleSheet.Combine"/> puts the built-in one underneath.</param>
    /// <param name="images">JPEG and PNG files by the name the manuscript's img elements give.</param>
    /// <returns>The layout, or every problem found (missing glyphs, images, limits), each with its place in the manuscript.</returns>
    public static LayoutResult Lay(Manuscript manuscript, StyleSheet sheet, FontLibrary fonts, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> images, LayoutLimits limits)
    {
        ArgumentNullException.ThrowIfNull(manuscript);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(fonts);
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(limits);
        LayoutJob job = new(manuscript, sheet, fonts, images, limits);
        ImmutableArray<LayoutPage> pages = new Composition(job).Pages();
        if (!job.Problems.IsEmpty)
            return new LayoutResult(null, job.Problems.ToArray());
        return new LayoutResult(new Layout(pages, job.Tags.ToNodes(), manuscript.Title, manuscript.Language), []);
    }
}
