namespace Writ.Typesetting;

/// <summary>What every step of one laying shares.</summary>
internal sealed class LayoutJob
{
    private readonly FontLibrary library;
    private readonly Dictionary<(string, bool), GlyphTable> glyphs = [];
    private (ComputedStyle Style, GlyphTable Glyphs)? last;

    internal LayoutJob(Manuscript manuscript, StyleSheet sheet, FontLibrary library, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> images, LayoutLimits limits)
    {
        this.library = library;
        Manuscript = manuscript;
        Limits = limits;
        Problems = new ProblemList(limits.Problems);
        Cascade = new Cascade(sheet);
        Images = new ImageShelf(images, Problems, limits);
        Page = sheet.Page ?? StyleSheet.Default.Page!;
        RootStyle = Cascade.Of(manuscript.Root, new ComputedStyle());
        Paragraphs = new ParagraphSetter(this);
    }

    internal Manuscript Manuscript { get; }

    internal LayoutLimits Limits { get; }

    internal ProblemList Problems { get; }

    internal Cascade Cascade { get; }

    internal ImageShelf Images { get; }

    internal TagTree Tags { get; } = new();

    internal PageStyle Page { get; }

    internal ComputedStyle RootStyle { get; }

    internal ParagraphSetter Paragraphs { get; }

    /// <summary>No image may be taller than the room on a page.</summary>
    internal double MaxImageHeight { get; set; } = double.MaxValue;

    internal GlyphTable Glyphs(ComputedStyle style, ManuscriptLocation location)
    {
        if (last is { } recent && ReferenceEquals(recent.Style, style))
            return recent.Glyphs;
        if (!glyphs.TryGetValue((style.Family, style.Bold), out GlyphTable? table))
        {
            string family = style.Family;
            if (!library.Has(family))
            {
                Problems.Add("unknown-font-role", location, $"没有配置字体角色 {family}。", $"No fonts are mapped to the role {family}.", family);
                family = library.Roles[0];
            }
            glyphs[(style.Family, style.Bold)] = table = GlyphTable.Of(library.Chain(family, style.Bold));
        }
        last = (style, table);
        return table;
    }
}
