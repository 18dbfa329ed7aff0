namespace Writ.Typesetting;

/// <summary>
/// Breaks a paragraph into lines, first fit with a look ahead of one break: marks that may not begin a line are pulled in by closing up
/// blanks when that costs less than stretching (追入), else hang, else their character goes down with them (追出).
/// </summary>
internal static class LineBreaker
{
    // A line left shorter than this share of its width is worse than a reluctant break.
    private const double TooShort = 0.12;

    internal static void Break(ReadOnlySpan<Cluster> clusters, double firstWidth, double width, bool hanging, List<LineRange> lines)
    {
        int start = 0;
        while (start < clusters.Length)
        {
            bool isFirst = lines.Count == 0;
            LineRange line = Next(clusters, start, isFirst ? firstWidth : width, hanging, isFirst);
            lines.Add(line);
            start = line.End;
        }
    }

    private static LineRange Next(ReadOnlySpan<Cluster> clusters, int start, double room, bool hanging, bool isFirst)
    {
        double width = 0;
        double blank = 0;
        double shrink = 0;
        int free = -1;
        double freeSlack = 0;
        int squeezed = -1;
        double squeeze = 0;
        int reluctant = -1;
        int any = start + 1;
        for (int index = start; index < clusters.Length; index++)
        {
            ref readonly Cluster cluster = ref clusters[index];
            if (cluster.Class == CharacterClass.ForcedBreak)
                return new LineRange(start, index + 1, true);
            double advance = cluster.Advance + (index > start ? cluster.Lead : -LineMeasure.StartTrim(cluster, isFirst));
            if (cluster.IsBlank)
            {
                blank += advance;
            }
            else
            {
                width += blank + advance;
                blank = 0;
            }
            shrink += index > start ? cluster.Shrink : 0;
            // A mark's own blank, or the whole mark when it hangs, needs no room at the line's end.
            double endTrim = hanging && CharacterClasses.MayHang(cluster.CodePoint) ? cluster.Advance : cluster.TrimAfter;
            double over = width - endTrim - room;
            bool isEnd = index + 1 == clusters.Length;
            BreakPower power = isEnd ? BreakPower.Always : clusters[index + 1].BreakBefore;
            bool fits = over <= LineMeasure.Tolerance;
            if (fits)
            {
                if (isEnd || BreakRules.MayPartInNeed(cluster.Class, clusters[index + 1].Class))
                    any = index + 1;
                if (isEnd)
                    return new LineRange(start, index + 1, true);
                if (power >= BreakPower.Freely)
                {
                    free = index + 1;
                    freeSlack = Math.Max(0, room - width);
                    reluctant = -1;
                }
                else if (power == BreakPower.Reluctantly)
                {
                    reluctant = index + 1;
                }
            }
            else if (over > shrink)
            {
                break;
            }
            else if (power >= BreakPower.Freely)
            {
                squeezed = index + 1;
                squeeze = over;
                break;
            }
        }
        int chosen = free;
        if (squeezed >= 0 && (free < 0 || squeeze <= freeSlack / 2))
            chosen = squeezed;
        else if (reluctant >= 0 && (free < 0 || freeSlack > room * TooShort))
            chosen = reluctant;
        else if (free < 0)
            chosen = any;
        return new LineRange(start, chosen, chosen == clusters.Length);
    }
}
