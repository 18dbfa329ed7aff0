namespace Writ.Typesetting;

/// <summary>What neighbours do to each other: punctuation closes up, Latin and Han keep a quarter em apart. W3C clreq, 3.1.6 and 3.2.3.</summary>
internal static class Spacing
{
    private const double LatinHanGap = 0.25;

    // How much of a filled blank's padding may go before the whole of it moves to the next line.
    private const double PaddingShrink = 0.8;

    internal static void Set(Span<Cluster> clusters, List<InlineSpan> spans)
    {
        for (int index = 1; index < clusters.Length; index++)
            SetLead(in clusters[index - 1], ref clusters[index], spans);
    }

    private static void SetLead(in Cluster before, ref Cluster after, List<InlineSpan> spans)
    {
        // Two slots side by side are two boxes.
        if (before.Object is SlotBox && after.Object is SlotBox)
        {
            after.Lead = spans[after.Span].Style.FontSize / 2;
            return;
        }
        if (after.Object is BlankBox { Holds: BlankBox.Glue.Before })
        {
            after.Shrink = after.Advance * PaddingShrink;
            return;
        }
        if (before.Object is BlankBox { Holds: BlankBox.Glue.After })
        {
            after.Shrink = before.Advance * PaddingShrink;
            return;
        }
        double blank = before.TrimAfter + after.TrimBefore;
        if (blank > 0)
        {
            // Two blanks that meet become one, and none between marks of a kind: 」。 and (( lose the blank between, )( keeps half an em.
            if (IsMark(before.Class) && IsMark(after.Class))
            {
                bool isOpposed = before.TrimAfter > 0 && after.TrimBefore > 0;
                double left = isOpposed ? Math.Max(before.TrimAfter, after.TrimBefore) : 0;
                after.Lead = left - blank;
                blank = left;
            }
            after.Shrink = blank / 2;
            return;
        }
        if (after.Class == CharacterClass.Space)
        {
            after.Shrink = after.Advance / 3;
            return;
        }
        bool meet = (before.Class == CharacterClass.Han && CharacterClasses.IsWesternWord(after.Class))
            || (CharacterClasses.IsWesternWord(before.Class) && after.Class == CharacterClass.Han)
            || (before.CodePoint == '%' && after.Class == CharacterClass.Han);
        if (!meet)
            return;
        after.Lead = LatinHanGap * spans[after.Span].Style.FontSize;
        after.Shrink = after.Lead / 2;
    }

    private static bool IsMark(CharacterClass kind) =>
        kind is CharacterClass.Open or CharacterClass.Close or CharacterClass.Stop or CharacterClass.Middle;
}
