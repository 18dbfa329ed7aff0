namespace Writ.Pdf;

/// <summary>Finds where a revision ends (ISO 32000-2, 7.5.5): startxref, its offset, %%EOF and at most one end of line behind its list.</summary>
internal static class RevisionEnd
{
    /// <param name="limit">The revision ends before this offset.</param>
    public static (int MarkerEnd, int End) Find(ReadOnlySpan<byte> file, XrefSection section, int limit)
    {
        var position = section.End;
        SkipWhite(file, ref position);
        while (position < limit && file[position] == '%' && !file[position..].StartsWith("%%EOF"u8))
        {
            section.Anomalies.Add(new Anomaly(AnomalyKind.CommentBeforeEnd, position, 0, "A comment stands before the end of the revision"));
            var line = file[position..limit].IndexOfAny((byte)'\r', (byte)'\n');
            position = line < 0 ? limit : position + line;
            SkipWhite(file, ref position);
        }
        if (Take(file, ref position, "startxref"u8) && SkipWhite(file, ref position) && TakeNumber(file, ref position) is { } start && SkipWhite(file, ref position)
            && Take(file, ref position, "%%EOF"u8) && position <= limit)
        {
            if (start != section.Offset) section.Anomalies.Add(new Anomaly(AnomalyKind.StartXrefMismatch, section.End, 0, $"startxref says {start}, the list stands at {section.Offset}"));
            return (position, Math.Min(limit, AfterEndOfLine(file, position)));
        }
        section.Anomalies.Add(new Anomaly(AnomalyKind.EndMissing, section.End, 0, "No startxref and %%EOF close the revision"));
        var marker = section.End < limit ? file[section.End..limit].IndexOf("%%EOF"u8) : -1;
        if (marker < 0) return (section.End, section.End);
        position = section.End + marker + "%%EOF".Length;
        return (position, Math.Min(limit, AfterEndOfLine(file, position)));
    }

    private static int AfterEndOfLine(ReadOnlySpan<byte> file, int position)
    {
        if (position < file.Length && file[position] == '\r') position++;
        if (position < file.Length && file[position] == '\n') position++;
        return position;
    }

    private static bool SkipWhite(ReadOnlySpan<byte> file, ref int position)
    {
        var start = position;
        while (position < file.Length && Characters.IsWhite(file[position])) position++;
        return position > start;
    }

    private static bool Take(ReadOnlySpan<byte> file, ref int position, ReadOnlySpan<byte> word)
    {
        if (!file[position..].StartsWith(word)) return false;
        position += word.Length;
        return true;
    }

    private static long? TakeNumber(ReadOnlySpan<byte> file, ref int position)
    {
        var start = position;
        var value = 0L;
        while (position < file.Length && position - start < 12 && Characters.IsDigit(file[position])) value = (value * 10) + (file[position++] - '0');
        return position > start ? value : null;
    }
}
