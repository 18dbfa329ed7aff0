namespace Writ.Cli;

/// <summary>How a line fares between two texts.</summary>
internal enum LineFate
{
    Same,
    Removed,
    Added,
}

/// <summary>A line of a comparison.</summary>
internal readonly record struct ComparedLine(LineFate Fate, string Text);

/// <summary>Two texts line by line: the longest common subsequence stays, the rest was removed or added.</summary>
internal static class TextDifference
{
    // The table of the classic algorithm has one entry for each pair of lines; longer texts are shown as replaced from their first difference on.
    private const long MostPairs = 16_000_000;

    public static IReadOnlyList<ComparedLine> Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        int head = 0, tail = 0;
        while (head < before.Count && head < after.Count && before[head] == after[head]) head++;
        while (tail < before.Count - head && tail < after.Count - head && before[^(tail + 1)] == after[^(tail + 1)]) tail++;
        List<ComparedLine> lines = [.. before.Take(head).Select(text => new ComparedLine(LineFate.Same, text))];
        Middle([.. before.Skip(head).Take(before.Count - head - tail)], [.. after.Skip(head).Take(after.Count - head - tail)], lines);
        lines.AddRange(before.Skip(before.Count - tail).Select(text => new ComparedLine(LineFate.Same, text)));
        return lines;
    }

    private static void Middle(string[] before, string[] after, List<ComparedLine> lines)
    {
        int i = 0, j = 0;
        if ((long)before.Length * after.Length <= MostPairs)
        {
            int[,] common = new int[before.Length + 1, after.Length + 1];
            for (int a = before.Length - 1; a >= 0; a--)
                for (int b = after.Length - 1; b >= 0; b--)
                    common[a, b] = before[a] == after[b] ? common[a + 1, b + 1] + 1 : Math.Max(common[a + 1, b], common[a, b + 1]);
            while (i < before.Length && j < after.Length)
            {
                if (before[i] == after[j])
                {
                    lines.Add(new ComparedLine(LineFate.Same, before[i++]));
                    j++;
                }
                else if (common[i + 1, j] >= common[i, j + 1]) lines.Add(new ComparedLine(LineFate.Removed, before[i++]));
                else lines.Add(new ComparedLine(LineFate.Added, after[j++]));
            }
        }
        lines.AddRange(before.Skip(i).Select(text => new ComparedLine(LineFate.Removed, text)));
        lines.AddRange(after.Skip(j).Select(text => new ComparedLine(LineFate.Added, text)));
    }
}
