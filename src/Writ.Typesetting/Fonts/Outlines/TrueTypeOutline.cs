using System.Collections.Immutable;

namespace Writ.Typesetting;

/// <summary>
/// Reads the outline of a 'glyf' glyph in two steps: (1) gather the points of the glyph and, transformed, of its components;
/// (2) join each contour's points to lines and quadratic curves, putting in the on-curve points that are left unsaid.
/// </summary>
internal sealed class TrueTypeOutline
{
    // OpenType 1.9, glyf, "Simple Glyph Flags".
    private const int OnCurve = 0x01, XShort = 0x02, YShort = 0x04, Repeat = 0x08, XSameOrPositive = 0x10, YSameOrPositive = 0x20;

    private readonly GlyfTable glyf;
    private readonly FontLimits limits;
    private readonly List<GlyphPoint> points = [];
    private int parts;

    private TrueTypeOutline(GlyfTable glyf, FontLimits limits)
    {
        this.glyf = glyf;
        this.limits = limits;
    }

    public static GlyphOutline Read(GlyfTable glyf, ushort glyph, FontLimits limits)
    {
        var outline = new TrueTypeOutline(glyf, limits);
        outline.Gather(glyph, depth: 0);
        return outline.points.Count == 0 ? GlyphOutline.Empty : new GlyphOutline(Join(outline.points));
    }

    private void Gather(int glyph, int depth)
    {
        FontTable description = glyf.Description(glyph);
        if (description.Length == 0)
            return;
        if (GlyfTable.IsComposite(description))
            GatherComponents(description, depth);
        else
            GatherPoints(description);
    }

    private void GatherComponents(FontTable description, int depth)
    {
        if (depth >= limits.CompositeDepth)
            throw description.Wrong(0, $"composites inside composites deeper than {limits.CompositeDepth}");
        int at = 10, origin = points.Count;
        GlyphComponent component;
        do
        {
            component = GlyphComponent.Read(description, ref at);
            if (++parts > limits.CompositeParts)
                throw description.Wrong(at, $"a composite glyph of more than {limits.CompositeParts} parts");
            int first = points.Count;
            Gather(component.Glyph, depth + 1);
            Place(component, description, origin, first);
        }
        while (component.Flags.HasFlag(GlyphComponentFlags.MoreComponents));
    }

    private void Place(GlyphComponent component, FontTable description, int origin, int first)
    {
        for (int i = first; i < points.Count; i++)
        {
            GlyphPoint point = points[i];
            points[i] = point with
            {
                X = component.XX * point.X + component.YX * point.Y,
                Y = component.XY * point.X + component.YY * point.Y,
            };
        }
        double dx = component.Argument1, dy = component.Argument2;
        if (!component.Flags.HasFlag(GlyphComponentFlags.ArgumentsAreOffsets))
        {
            int anchor = origin + component.Argument1, own = first + component.Argument2;
            if (anchor >= first || own >= points.Count)
                throw description.Wrong(component.At, "a component is tied to a point that does not exist");
            (dx, dy) = (points[anchor].X - points[own].X, points[anchor].Y - points[own].Y);
        }
        else if (component.Flags.HasFlag(GlyphComponentFlags.ScaledOffset))
        {
            dx *= double.Hypot(component.XX, component.XY);
            dy *= double.Hypot(component.YX, component.YY);
        }
        for (int i = first; i < points.Count; i++)
            points[i] = points[i] with { X = points[i].X + dx, Y = points[i].Y + dy };
    }

    private void GatherPoints(FontTable description)
    {
        int contours = description.I16(0);
        if (contours == 0)
            return;
        int count = description.U16(10 + (contours - 1) * 2) + 1;
        if (points.Count + count > limits.GlyphPoints)
            throw description.Wrong(10, $"a glyph of more than {limits.GlyphPoints} points");
        int at = 10 + contours * 2;
        at += 2 + description.U16(at);

        var flags = new byte[count];
        for (int i = 0; i < count;)
        {
            byte flag = description.U8(at++);
            int times = (flag & Repeat) != 0 ? description.U8(at++) + 1 : 1;
            for (; times > 0 && i < count; times--)
                flags[i++] = flag;
        }
        double[] xs = Coordinates(description, flags, XShort, XSameOrPositive, ref at);
        double[] ys = Coordinates(description, flags, YShort, YSameOrPositive, ref at);

        int contour = 0, end = description.U16(10);
        for (int i = 0; i < count; i++)
        {
            bool ends = i == end;
            points.Add(new GlyphPoint(xs[i], ys[i], (flags[i] & OnCurve) != 0, ends));
            if (!ends || ++contour >= contours)
                continue;
            end = description.U16(10 + contour * 2);
            if (end <= i)
                throw description.Wrong(10 + contour * 2, "contour ends do not ascend");
        }
        if (contour < contours)
            throw description.Wrong(10, "contour ends do not ascend");
    }

    private static double[] Coordinates(FontTable description, byte[] flags, int isShort, int sameOrPositive, ref int at)
    {
        var values = new double[flags.Length];
        double value = 0;
        for (int i = 0; i < flags.Length; i++)
        {
            bool same = (flags[i] & sameOrPositive) != 0;
            if ((flags[i] & isShort) != 0)
            {
                int step = description.U8(at++);
                value += same ? step : -step;
            }
            else if (!same)
            {
                value += description.I16(at);
                at += 2;
            }
            values[i] = value;
        }
        return values;
    }

    private static ImmutableArray<OutlineSegment> Join(List<GlyphPoint> points)
    {
        var segments = ImmutableArray.CreateBuilder<OutlineSegment>(points.Count + 8);
        for (int first = 0; first < points.Count;)
        {
            int last = first;
            while (last < points.Count - 1 && !points[last].EndsContour)
                last++;
            JoinContour(points, first, last, segments);
            first = last + 1;
        }
        return segments.DrainToImmutable();
    }

    private static void JoinContour(List<GlyphPoint> points, int first, int last, ImmutableArray<OutlineSegment>.Builder segments)
    {
        int count = last - first + 1;
        GlyphPoint At(int i) => points[first + i % count];

        // Where no point lies on the curve, the contour starts midway between its last and first.
        int start = 0;
        while (start < count && !At(start).OnCurve)
            start++;
        GlyphPoint from = start < count ? At(start) : Middle(At(count - 1), At(0));
        int steps = start < count ? count - 1 : count;
        int next = start < count ? start + 1 : 0;

        segments.Add(new OutlineSegment(OutlineSegmentKind.Move, from.X, from.Y));
        GlyphPoint? control = null;
        for (int i = 0; i < steps; i++)
        {
            GlyphPoint point = At(next + i);
            if (control is { } pending)
            {
                GlyphPoint to = point.OnCurve ? point : Middle(pending, point);
                segments.Add(new OutlineSegment(OutlineSegmentKind.Quadratic, to.X, to.Y, pending.X, pending.Y));
                control = point.OnCurve ? null : point;
            }
            else if (point.OnCurve)
            {
                segments.Add(new OutlineSegment(OutlineSegmentKind.Line, point.X, point.Y));
            }
            else
            {
                control = point;
            }
        }
        if (control is { } closing)
            segments.Add(new OutlineSegment(OutlineSegmentKind.Quadratic, from.X, from.Y, closing.X, closing.Y));
        segments.Add(new OutlineSegment(OutlineSegmentKind.Close, from.X, from.Y));
    }

    private static GlyphPoint Middle(GlyphPoint a, GlyphPoint b) => new((a.X + b.X) / 2, (a.Y + b.Y) / 2, OnCurve: true, EndsContour: false);
}
