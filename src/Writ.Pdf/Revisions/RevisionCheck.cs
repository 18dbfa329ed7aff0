namespace Writ.Pdf;

/// <summary>Holds the bytes of a revision against its list of objects.</summary>
internal static class RevisionCheck
{
    // Past this number of faults a revision is not worth reading on.
    internal const int Most = 1_000;

    /// <summary>Checks each entry against the place it names; objects that are not there are broken and count as absent.</summary>
    public static (List<Anomaly> Anomalies, HashSet<int> Broken) Entries(Revision revision, XrefSection section)
    {
        var anomalies = new List<Anomaly>();
        var broken = new HashSet<int>();
        if (section.Trailer["Root"] is not PdfReference) Add(AnomalyKind.TrailerIncomplete, section.Offset, 0, "The trailer names no catalog");
        foreach (var (number, entry) in section.Entries)
        {
            if (entry.Kind == XrefEntryKind.Free) continue;
            var repeated = revision.Previous?.Entry(number) == entry;
            if (entry.Kind == XrefEntryKind.InFile)
            {
                if (revision.File.Objects.Header(entry.Offset) is not { } header || header.Number != number || header.Generation != entry.Generation)
                {
                    broken.Add(number);
                    Add(AnomalyKind.OffsetMismatch, entry.Offset, number, $"Object {number} {entry.Generation} does not stand at its offset");
                }
                else if (!repeated && (header.Start < revision.Start || header.Start >= revision.End) && header.Start != section.Beside.Start)
                {
                    Add(AnomalyKind.ForeignOffset, entry.Offset, number, $"Object {number} lies outside the revision that lists it");
                }
                else if (header.Start != entry.Offset)
                {
                    Add(AnomalyKind.LooseXref, entry.Offset, number, $"The offset of object {number} leads to the white space before it");
                }
            }
            else if (!repeated && (!section.Entries.TryGetValue(entry.Stream, out var stream) || stream.Kind != XrefEntryKind.InFile))
            {
                Add(AnomalyKind.ForeignObjectStream, section.Offset, number, $"Object {number} is listed in an object stream of another revision");
            }
            if (section.TableEntries is { } table && !table.ContainsKey(number) && revision.File.TableHistory?.Find(number, revision.Index - 1) is { Entry.Kind: not XrefEntryKind.Free } old && old.Entry != entry)
                Add(AnomalyKind.HybridDifference, section.Offset, number, $"A reader of tables sees an older object {number}");
        }
        return (anomalies, broken);

        void Add(AnomalyKind kind, int offset, int number, string message) => anomalies.Add(new Anomaly(kind, offset, number, message));
    }

    /// <summary>Reads every object the revision lists and everything between them.</summary>
    public static List<Anomaly> Bytes(Revision revision, XrefSection section, HashSet<int> broken)
    {
        var anomalies = new List<Anomaly>();
        if (section.Kind == XrefKind.None) return anomalies;
        var spans = new List<PdfSpan>();
        foreach (var (number, entry) in section.Entries)
        {
            if (entry.Kind == XrefEntryKind.Free || broken.Contains(number)) continue;
            if (anomalies.Count > Most) return anomalies;
            try
            {
                var loaded = revision.File.Load(revision, number, entry);
                if (loaded is null)
                {
                    anomalies.Add(new Anomaly(AnomalyKind.OffsetMismatch, section.Offset, number, $"Object {number} is not in its object stream"));
                    continue;
                }
                anomalies.AddRange(loaded.Anomalies);
                if (entry.Kind == XrefEntryKind.InFile && loaded.Span.Start >= revision.Start && loaded.Span.Start < revision.End) spans.Add(loaded.Span);
            }
            catch (PdfFormatException fault)
            {
                anomalies.Add(new Anomaly(AnomalyKind.Unreadable, entry.Kind == XrefEntryKind.InFile ? entry.Offset : section.Offset, number, fault.Message));
            }
        }
        spans.Add(new PdfSpan(section.MainOffset, Math.Max(section.End, section.MainOffset)));
        if (!section.Other.IsNone) spans.Add(section.Other);
        if (!section.Beside.IsNone) spans.Add(section.Beside);
        spans.Sort((x, y) => x.Start.CompareTo(y.Start));
        var position = revision.Start;
        foreach (var span in spans)
        {
            if (span.Start > position) RevisionGap.Check(revision, new PdfSpan(position, span.Start), first: position == revision.Start, anomalies);
            position = Math.Max(position, span.End);
        }
        // Between the list and the end stand startxref, its number and the marker: they were checked when the revision was found.
        return anomalies;
    }
}
