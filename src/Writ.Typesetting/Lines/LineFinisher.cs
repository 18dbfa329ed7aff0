using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Writ.Typesetting;

/// <summary>Puts a line's clusters at their places: trims its ends, aligns or justifies, gathers glyphs into runs, draws underlines.</summary>
internal sealed class LineFinisher(InlineBuffer buffer)
{
    private const double UnderlineDrop = 0.14;
    private const double ThroughRise = -0.36;
    private const double RuleWidth = 0.5;
    private readonly List<LineText> texts = [];
    private readonly List<LineObject> objects = [];
    private readonly List<LineRule> rules = [];
    private readonly List<PlacedGlyph> glyphs = [];
    private double[] shifts = new double[128];
    private double[] places = new double[128];

    /// <param name="left">Indent of the line; <paramref name="room"/> is what remains for it.</param>
    internal TextLine Finish(LineRange range, double left, double room, bool isFirst, ComputedStyle style)
    {
        ReadOnlySpan<Cluster> clusters = buffer.Clusters;
        int visible = LineMeasure.VisibleEnd(clusters, range);
        ReadOnlySpan<Cluster> line = clusters[range.Start..visible];
        Reserve(range.End - range.Start);
        Span<double> moves = shifts.AsSpan(0, line.Length);
        moves.Clear();
        double width = LineMeasure.Natural(clusters, range.Start, visible, isFirst);
        double slack = room - width;
        if (slack < 0 && line.Length > 0)
        {
            ref readonly Cluster last = ref line[^1];
            double give = style.Hanging && CharacterClasses.MayHang(last.CodePoint) ? last.Advance : last.TrimAfter;
            slack = Math.Min(0, slack + give);
        }
        double x = left;
        if (slack < -LineMeasure.Tolerance || (style.TextAlign == TextAlign.Justify && !range.IsLast))
            Justifier.Spread(line, slack, style.FontSize, moves);
        else if (style.TextAlign == TextAlign.Right)
            x += Math.Max(0, slack);
        else if (style.TextAlign == TextAlign.Center)
            x += Math.Max(0, slack) / 2;
        Place(clusters, range, visible, x, isFirst);
        return Gather(clusters, range, visible, style);
    }

    private void Reserve(int count)
    {
        if (shifts.Length > count)
            return;
        shifts = new double[count * 2];
        places = new double[count * 2];
    }

    // places[i] is where the advance of cluster start + i begins; one more place closes the line.
    private void Place(ReadOnlySpan<Cluster> clusters, LineRange range, int visible, double x, bool isFirst)
    {
        for (int index = range.Start; index < range.End; index++)
        {
            ref readonly Cluster cluster = ref clusters[index];
            int at = index - range.Start;
            x += at == 0 ? -LineMeasure.StartTrim(cluster, isFirst) : cluster.Lead + (index < visible ? shifts[at] : 0);
            places[at] = x;
            x += cluster.Advance;
        }
        places[range.End - range.Start] = x;
    }

    private TextLine Gather(ReadOnlySpan<Cluster> clusters, LineRange range, int visible, ComputedStyle style)
    {
        texts.Clear();
        objects.Clear();
        rules.Clear();
        double size = 0;
        double overhang = 0;
        int start = range.Start;
        while (start < range.End)
        {
            ref readonly Cluster cluster = ref clusters[start];
            if (cluster.Object is { } thing)
            {
                objects.Add(new LineObject(thing, places[start - range.Start]));
                start++;
                continue;
            }
            if (cluster.Face is null)
            {
                start++;
                continue;
            }
            int end = start + 1;
            while (end < range.End && clusters[end].Face == cluster.Face && clusters[end].Object is null && Alike(clusters[end].Span, cluster.Span))
                end++;
            size = Math.Max(size, buffer.Spans[cluster.Span].Style.FontSize);
            AddText(clusters, start, end, range.Start);
            start = end;
        }
        if (size == 0)
            size = style.FontSize;
        foreach (LineObject place in objects)
            overhang = Math.Max(overhang, place.Object.Overhang(size));
        AddRules(clusters, range, visible);
        double height = Math.Max(style.LinePitch, overhang > 0 ? size + 2 * overhang + 2 : 0);
        double right = visible > range.Start ? places[visible - 1 - range.Start] + clusters[visible - 1].Advance : 0;
        return new TextLine(height, size, right, [.. texts], [.. objects], [.. rules]);
    }

    private bool Alike(int one, int other)
    {
        if (one == other)
            return true;
        InlineSpan a = buffer.Spans[one];
        InlineSpan b = buffer.Spans[other];
        return a.Tag == b.Tag && a.Style.FontSize == b.Style.FontSize && a.Style.Color == b.Style.Color;
    }

    private void AddText(ReadOnlySpan<Cluster> clusters, int start, int end, int lineStart)
    {
        glyphs.Clear();
        InlineSpan span = buffer.Spans[clusters[start].Span];
        double x = places[start - lineStart];
        int textStart = clusters[start].TextStart;
        for (int index = start; index < end; index++)
        {
            ref readonly Cluster cluster = ref clusters[index];
            double offset = Math.Round(places[index - lineStart] - x, 3);
            glyphs.Add(new PlacedGlyph(cluster.Glyph, offset, cluster.TextStart - textStart, cluster.TextLength));
        }
        int length = clusters[end - 1].TextStart + clusters[end - 1].TextLength - textStart;
        PlacedGlyph[] placed = [.. glyphs];
        texts.Add(new LineText(clusters[start].Face!, span.Style.FontSize, x, ImmutableCollectionsMarshal.AsImmutableArray(placed),
            buffer.Text.ToString(textStart, length), span.Style.Color, span.Tag));
    }

    private void AddRules(ReadOnlySpan<Cluster> clusters, LineRange range, int visible)
    {
        if (!buffer.HasRules)
            return;
        int start = range.Start;
        while (start < visible)
        {
            ComputedStyle style = buffer.Spans[clusters[start].Span].Style;
            int end = start + 1;
            while (end < visible && buffer.Spans[clusters[end].Span].Style is { } next && next.Underline == style.Underline && next.LineThrough == style.LineThrough && next.Color == style.Color)
                end++;
            double x1 = places[start - range.Start];
            double x2 = places[end - 1 - range.Start] + clusters[end - 1].Advance;
            if (style.Underline)
                rules.Add(new LineRule(x1, x2, UnderlineDrop * style.FontSize, RuleWidth, style.Color));
            if (style.LineThrough)
                rules.Add(new LineRule(x1, x2, ThroughRise * style.FontSize, RuleWidth, style.Color));
            start = end;
        }
    }
}
