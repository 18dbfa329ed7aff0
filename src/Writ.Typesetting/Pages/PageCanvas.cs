namespace Writ.Typesetting;

/// <summary>A page being painted. Rounds to 1/1000 pt; knows what is artifact here; notes where the page count must be filled in.</summary>
internal sealed class PageCanvas(PageStyle style, int pageIndex, int pageNumber)
{
    private readonly List<LayoutItem> items = [];
    private readonly List<(int Item, NumberBox Box, double X, double Baseline)> counts = [];

    internal PageStyle Style { get; } = style;

    internal int PageIndex { get; } = pageIndex;

    /// <summary>As printed: counts from 1 in every copy.</summary>
    internal int PageNumber { get; } = pageNumber;

    /// <summary>Lower edge of the room for the flow.</summary>
    internal double BodyBottom { get; set; }

    /// <summary>While set, everything but form fields and what stands with them is an artifact of pagination.</summary>
    internal bool IsRepeating { get; set; }

    internal static double Round(double value) => Math.Round(value, 3, MidpointRounding.AwayFromZero);

    internal void Text(in LineText piece, double x, double baseline)
    {
        int tag = TagOf(piece.Tag);
        items.Add(new GlyphRun(piece.Face, piece.Size, Round(x), Round(baseline), piece.Glyphs, piece.Text, piece.Color, tag, tag < 0 ? ArtifactKind.Pagination : ArtifactKind.None));
    }

    internal void Rule(double x1, double y1, double x2, double y2, double width, Tint color)
    {
        ArtifactKind kind = IsRepeating ? ArtifactKind.Pagination : ArtifactKind.Layout;
        items.Add(new Line(Round(x1), Round(y1), Round(x2), Round(y2), Round(width), color, -1, kind));
    }

    internal void Shape(IEnumerable<PathSegment> path, Tint? fill, Tint? stroke, double width, int tag)
    {
        int own = TagOf(tag);
        items.Add(new Shape([.. path.Select(Rounded)], fill, stroke, Round(width), own, KindOf(own)));
    }

    internal void Picture(string source, ReadOnlyMemory<byte> file, double x, double y, double width, double height, int tag)
    {
        int own = TagOf(tag);
        items.Add(new Picture(source, file, Round(x), Round(y), Round(width), Round(height), own, KindOf(own)));
    }

    internal void Code(string value, double x, double y, double size, int tag)
    {
        int own = TagOf(tag);
        items.Add(new CodePlace(value, Round(x), Round(y), Round(size), own, KindOf(own)));
    }

    internal void Slot(string name, SlotPart part, double x, double y, double width, double height, string label, int tag) =>
        items.Add(new SlotPlace(name, part, PageIndex, Round(x), Round(y), Round(width), Round(height), label, tag, tag < 0 ? ArtifactKind.Layout : ArtifactKind.None));

    internal void Seal(string name, int part, int parts, double x, double y, double width, double height, int tag) =>
        items.Add(new SealPlace(name, part, parts, Round(x), Round(y), Round(width), Round(height), tag, tag < 0 ? ArtifactKind.Layout : ArtifactKind.None));

    /// <summary>Keeps a place among the items for the page count, which is known only at the end.</summary>
    internal void Count(NumberBox box, double x, double baseline)
    {
        counts.Add((items.Count, box, x, baseline));
        items.Add(new Line(0, 0, 0, 0, 0, Tint.Black, -1, ArtifactKind.Layout));
    }

    internal void FillCounts(int pageCount)
    {
        foreach ((int item, NumberBox box, double x, double baseline) in counts)
        {
            LineText piece = box.Digits(pageCount, out double offset);
            int tag = TagOf(piece.Tag);
            items[item] = new GlyphRun(piece.Face, piece.Size, Round(x + offset), Round(baseline), piece.Glyphs, piece.Text, piece.Color, tag, tag < 0 ? ArtifactKind.Pagination : ArtifactKind.None);
        }
        counts.Clear();
    }

    internal LayoutPage ToPage() => new(Round(Style.Width), Round(Style.Height), [.. items]);

    private int TagOf(int tag) => IsRepeating || tag < 0 ? -1 : tag;

    private ArtifactKind KindOf(int tag) => tag >= 0 ? ArtifactKind.None : IsRepeating ? ArtifactKind.Pagination : ArtifactKind.Layout;

    private static PathSegment Rounded(PathSegment segment) => new(segment.Verb, Round(segment.X), Round(segment.Y),
        Round(segment.ControlX1), Round(segment.ControlY1), Round(segment.ControlX2), Round(segment.ControlY2));
}
