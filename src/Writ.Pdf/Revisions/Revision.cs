namespace Writ.Pdf;

/// <summary>One revision of a file: the original or an incremental update (ISO 32000-2, 7.5.6). Its view of objects is that of a reader who has the file only up to <see cref="End"/>.</summary>
public sealed class Revision
{
    private readonly XrefSection section;
    private readonly List<Anomaly> listed;
    private readonly HashSet<int> broken;
    private IReadOnlyList<Anomaly>? anomalies;
    private IReadOnlyList<ObjectChange>? changes;

    internal Revision(PdfFile file, Revision? previous, XrefSection section, int start, int markerEnd, int end)
    {
        File = file;
        Previous = previous;
        Index = previous is null ? 0 : previous.Index + 1;
        this.section = section;
        Start = start;
        MarkerEnd = markerEnd;
        End = end;
        (listed, broken) = RevisionCheck.Entries(this, section);
        // Found now, while the entries before are one step away; for the original they are its entries.
        if (previous is not null) changes = FindChanges();
    }

    public PdfFile File { get; }
    public Revision? Previous { get; }

    /// <summary>0 for the original.</summary>
    public int Index { get; }

    /// <summary>First byte: the end of the revision before, or 0.</summary>
    public int Start { get; }

    /// <summary>First byte behind %%EOF.</summary>
    public int MarkerEnd { get; }

    /// <summary>First byte behind %%EOF and at most one end of line.</summary>
    public int End { get; }

    /// <summary>Where startxref leads.</summary>
    public int XrefOffset => section.Offset;
    public XrefKind XrefKind => section.Kind;

    /// <summary>The trailer dictionary; for a cross-reference stream the stream's dictionary.</summary>
    public PdfDictionary Trailer => section.Trailer;

    /// <summary>What this revision lists itself, by object number.</summary>
    public IReadOnlyDictionary<int, XrefEntry> Entries => section.Entries;

    /// <summary>Everything in the bytes of this revision that is not as the standard wants it. The first use reads the whole revision.</summary>
    public IReadOnlyList<Anomaly> Anomalies => anomalies ??= [.. section.Anomalies, .. listed, .. RevisionCheck.Bytes(this, section, broken)];

    /// <summary>What this revision does to the objects of the one before, by number.</summary>
    public IReadOnlyList<ObjectChange> Changes => changes ??= FindChanges();

    /// <summary>The reference of the catalog: the trailer's own, or that of the revision before.</summary>
    public PdfReference? Root => Trailer["Root"] as PdfReference ?? Previous?.Root;

    /// <summary>The document catalog as of this revision.</summary>
    public PdfDictionary Catalog => Resolve(Root) as PdfDictionary ?? throw Lexer.Fault(XrefOffset, "7.7.2", "The catalog is not a dictionary");

    /// <summary>Where an object is in this view, or null when no revision up to here lists it.</summary>
    public XrefEntry? Entry(int number) => File.History.Find(number, Index)?.Entry;

    /// <summary>The object of this number, or the null object when it is free, absent, of another generation, or not where it is listed.</summary>
    /// <exception cref="PdfFormatException">The bytes there are no object.</exception>
    public PdfObject Get(PdfReference reference)
    {
        var loaded = Load(reference.Number);
        return loaded is null || loaded.Generation != reference.Generation ? PdfNull.Instance : loaded.Value;
    }

    /// <summary>The value itself, or what its reference leads to; the null object for null.</summary>
    public PdfObject Resolve(PdfObject? value)
    {
        for (var steps = 0; value is PdfReference reference; steps++)
        {
            if (steps > File.Limits.Depth) throw new PdfFormatException(-1, "PdfLimits.Depth", "References lead to references without end");
            value = Get(reference);
        }
        return value ?? PdfNull.Instance;
    }

    /// <summary>The resolved value under a key, when it is of this kind; null otherwise.</summary>
    public T? Find<T>(PdfDictionary dictionary, string key) where T : PdfObject => Resolve(dictionary[key]) as T;

    /// <summary>From the number of the object to the end of its endobj; none for absent objects and those in object streams.</summary>
    public PdfSpan SpanOf(int number) => Load(number)?.Span ?? PdfSpan.None;

    /// <summary>All numbers in use in this view, ascending.</summary>
    public IReadOnlyList<int> Numbers() => [.. File.History.Numbers.Where(n => Entry(n) is { Kind: not XrefEntryKind.Free }).Order()];

    /// <summary>The data of a stream with its filters undone.</summary>
    /// <exception cref="PdfFormatException">The data is broken, too large, or an image format.</exception>
    public ReadOnlyMemory<byte> Decode(PdfStream stream) => StreamFilters.Decode(stream.Data, FilterList.Of(stream.Dictionary, Resolve), File.Budget);

    /// <summary>The bytes a reader of this revision had.</summary>
    public ReadOnlyMemory<byte> Bytes => File.Bytes[..End];

    /// <summary>Of a hybrid: the stream beside the table.</summary>
    internal PdfSpan Beside => section.Beside;

    internal LoadedObject? Load(int number) =>
        File.History.Find(number, Index) is not { } found || File.Revisions[found.Revision].broken.Contains(number) ? null : File.Load(this, number, found.Entry);

    private IReadOnlyList<ObjectChange> FindChanges()
    {
        var found = new List<ObjectChange>(section.Entries.Count);
        foreach (var (number, after) in section.Entries)
        {
            var before = Previous?.Entry(number) ?? XrefEntry.Free(0);
            var wasUsed = before.Kind != XrefEntryKind.Free;
            var isUsed = after.Kind != XrefEntryKind.Free;
            if (!wasUsed && !isUsed) continue;
            var kind = !wasUsed ? ChangeKind.Added : !isUsed ? ChangeKind.Freed : before == after ? ChangeKind.Repeated : ChangeKind.Changed;
            found.Add(new ObjectChange(number, kind, before, after));
        }
        found.Sort((x, y) => x.Number.CompareTo(y.Number));
        return found;
    }
}
