namespace Writ.Pdf;

/// <summary>What stands between two objects of a revision: white space, or something to be named.</summary>
internal static class RevisionGap
{
    /// <param name="first">The gap begins the revision: in the original the header and its binary comment stand there.</param>
    public static void Check(Revision revision, PdfSpan gap, bool first, List<Anomaly> anomalies)
    {
        var bytes = revision.File.Bytes.Span;
        var position = gap.Start;
        var header = first && revision.Index == 0;
        while (true)
        {
            while (position < gap.End && Characters.IsWhite(bytes[position])) position++;
            if (position >= gap.End) return;
            if (bytes[position] == '%')
            {
                var end = bytes[position..gap.End].IndexOfAny((byte)'\r', (byte)'\n');
                end = end < 0 ? gap.End : position + end;
                if (bytes[position..end].StartsWith("%%EOF"u8)) Add(AnomalyKind.SeveralEndsOfFile, "An end-of-file marker stands inside the revision");
                // 7.5.2: the header line and the comment of four binary bytes behind it.
                else if (!header || !IsHeader(bytes[position..end])) Add(AnomalyKind.CommentBetweenObjects, "A comment stands between objects");
                position = end;
                continue;
            }
            header = false;
            if (anomalies.Count > RevisionCheck.Most) return;
            if (revision.File.Objects.Header(position) is { } found)
            {
                // Word ends a file with an empty table whose /XRefStm stands among the objects before it.
                if (!revision.File.StreamsBeside.Contains(position))
                    anomalies.Add(new Anomaly(AnomalyKind.UnlistedObject, position, found.Number, $"Object {found.Number} {found.Generation} stands here unlisted"));
                if (End(revision, position) is { } end && end > position && end <= gap.End)
                {
                    position = end;
                    continue;
                }
            }
            else
            {
                Add(AnomalyKind.JunkBetweenObjects, "Bytes stand between objects that belong to none");
            }
            if (bytes[position..gap.End].IndexOf("%%EOF"u8) is >= 0 and var marker)
                anomalies.Add(new Anomaly(AnomalyKind.SeveralEndsOfFile, position + marker, 0, "An end-of-file marker stands inside the revision"));
            return;
        }

        void Add(AnomalyKind kind, string message) => anomalies.Add(new Anomaly(kind, position, 0, message));
    }

    private static bool IsHeader(ReadOnlySpan<byte> comment) =>
        comment.StartsWith("%PDF-"u8) || (comment.Length >= 5 && !comment[1..5].ContainsAnyInRange((byte)0, (byte)127));

    private static int? End(Revision revision, int position)
    {
        try
        {
            return revision.File.ReadLoose(revision, position).Span.End;
        }
        catch (PdfFormatException)
        {
            return null;
        }
    }
}
