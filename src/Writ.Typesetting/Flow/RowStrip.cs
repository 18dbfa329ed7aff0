namespace Writ.Typesetting;

/// <summary>One row of a table. A row that may be split gives as many whole lines of every cell as fit, and the rest to the next page.</summary>
internal sealed class RowStrip(double height, RowEdges edges, IReadOnlyList<CellPart> parts, bool maySplit) : Strip
{
    internal override double Height => height;

    internal override void Paint(PageCanvas canvas, double x, double top, bool isFirst)
    {
        foreach (CellPart part in parts)
            StripStack.Paint(canvas, part.Pieces, part.First, part.Last, x + Left + part.X, top + part.Top);
        edges.Paint(canvas, x + Left, top, top + height, isFirst);
    }

    internal override void CloseOff(PageCanvas canvas, double x, double bottom) => edges.CloseOff(canvas, x + Left, bottom);

    internal override (Strip First, Strip Remainder)? Split(double room, bool mustSplit)
    {
        if (!maySplit && !mustSplit)
            return null;
        List<CellPart> upper = [];
        List<CellPart> lower = [];
        double upperHeight = 0;
        double lowerHeight = 0;
        bool anyAbove = false;
        bool anyBelow = false;
        foreach (CellPart part in parts)
        {
            if (part.First == part.Last)
                continue;
            double padding = Math.Min(part.Beneath, 6);
            int cut = Cut(part, room - 2 * padding, mustSplit);
            if (cut == part.First && !mustSplit)
                return null;
            anyAbove |= cut > part.First;
            anyBelow |= cut < part.Last;
            double origin = part.Pieces[part.First].Top;
            if (cut > part.First)
            {
                upper.Add(part with { Last = cut, Top = padding });
                upperHeight = Math.Max(upperHeight, part.Pieces[cut - 1].Bottom - origin + 2 * padding);
            }
            if (cut < part.Last)
            {
                lower.Add(part with { First = cut, Top = padding });
                lowerHeight = Math.Max(lowerHeight, part.Pieces[part.Last - 1].Bottom - part.Pieces[cut].Top + 2 * padding);
            }
        }
        if (!anyAbove || !anyBelow)
            return null;
        RowEdges closed = edges with { Below = edges.Closing };
        return (new RowStrip(upperHeight, closed, upper, maySplit) { Left = Left }, new RowStrip(lowerHeight, edges, lower, maySplit) { Left = Left });
    }

    // How many pieces fit; the cut stands where a break is allowed, unless there is no other way.
    private static int Cut(CellPart part, double room, bool mustSplit)
    {
        double origin = part.Pieces[part.First].Top;
        int fit = part.First;
        while (fit < part.Last && part.Pieces[fit].Bottom - origin <= room + LineMeasure.Tolerance)
            fit++;
        if (fit == part.Last)
            return fit;
        int cut = fit;
        while (cut > part.First && !part.Pieces[cut].MayBreakBefore)
            cut--;
        return cut == part.First && mustSplit ? fit : cut;
    }
}
