namespace Writ.Typesetting;

/// <summary>Gives a line's slack to its gaps, or takes an overrun from its blanks: how far each cluster moves away from the one before.</summary>
internal static class Justifier
{
    // What a gap may take before the next kind of gap helps (clreq, 3.2.4: word spaces first, then Latin–Han gaps, then all characters).
    private const double MostBySpace = 0.25;
    private const double MostByGap = 0.125;

    /// <summary>Adds to <paramref name="shifts"/>[i] the change of space before cluster start + i.</summary>
    internal static void Spread(ReadOnlySpan<Cluster> line, double slack, double em, Span<double> shifts)
    {
        if (slack < 0)
            Close(line, -slack, shifts);
        else if (slack > 0)
            Open(line, slack, em, shifts);
    }

    private static void Close(ReadOnlySpan<Cluster> line, double over, Span<double> shifts)
    {
        double total = 0;
        for (int index = 1; index < line.Length; index++)
            total += line[index].Shrink;
        if (total <= 0)
            return;
        double ratio = Math.Min(1, over / total);
        for (int index = 1; index < line.Length; index++)
            shifts[index] -= line[index].Shrink * ratio;
    }

    private static void Open(ReadOnlySpan<Cluster> line, double slack, double em, Span<double> shifts)
    {
        int spaces = 0;
        int gaps = 0;
        int all = 0;
        for (int index = 1; index < line.Length; index++)
        {
            if (line[index - 1].Class == CharacterClass.Space)
                spaces++;
            else if (line[index].Lead > 0)
                gaps++;
            if (MayOpen(line[index - 1], line[index]))
                all++;
        }
        double bySpace = spaces == 0 ? 0 : Math.Min(MostBySpace * em, slack / spaces);
        slack -= bySpace * spaces;
        double byGap = gaps == 0 ? 0 : Math.Min(MostByGap * em, slack / gaps);
        slack -= byGap * gaps;
        double byAll = all == 0 ? 0 : slack / all;
        for (int index = 1; index < line.Length; index++)
        {
            if (line[index - 1].Class == CharacterClass.Space)
                shifts[index] += bySpace;
            else if (line[index].Lead > 0)
                shifts[index] += byGap;
            if (MayOpen(line[index - 1], line[index]))
                shifts[index] += byAll;
        }
    }

    // Latin words, numbers and the two halves of —— and …… stay as they are; a space opens behind itself only.
    private static bool MayOpen(in Cluster before, in Cluster after)
    {
        if (after.Class is CharacterClass.Space or CharacterClass.NoBreakSpace || before.Class == CharacterClass.NoBreakSpace)
            return false;
        bool isWhole = (CharacterClasses.IsLatin(before.Class) || before.Class == CharacterClass.Prefix) && (CharacterClasses.IsLatin(after.Class) || after.Class == CharacterClass.Postfix);
        bool isPair = before.Class == after.Class && before.Class is CharacterClass.Dash or CharacterClass.Ellipsis;
        return !isWhole && !isPair;
    }
}
