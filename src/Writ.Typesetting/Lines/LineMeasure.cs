namespace Writ.Typesetting;

/// <summary>The natural width of a line and what may be taken off it.</summary>
internal static class LineMeasure
{
    /// <summary>Rounding slack: sums of advances are not exact.</summary>
    internal const double Tolerance = 0.01;

    /// <summary>Where the visible part of a line ends: before its trailing blanks and its br.</summary>
    internal static int VisibleEnd(ReadOnlySpan<Cluster> clusters, LineRange line)
    {
        int end = line.End;
        while (end > line.Start && (clusters[end - 1].IsBlank || clusters[end - 1].Class == CharacterClass.ForcedBreak))
            end--;
        return end;
    }

    /// <summary>An opening mark at the start of a line that is not a paragraph's first loses the blank before it (clreq, 3.1.6.2).</summary>
    internal static double StartTrim(in Cluster first, bool isFirstLine) =>
        !isFirstLine && first.Class == CharacterClass.Open ? first.TrimBefore : 0;

    internal static double Natural(ReadOnlySpan<Cluster> clusters, int start, int end, bool isFirstLine)
    {
        double width = 0;
        for (int index = start; index < end; index++)
            width += clusters[index].Advance + (index > start ? clusters[index].Lead : -StartTrim(clusters[index], isFirstLine));
        return width;
    }
}
