namespace Writ.Pdf;

/// <summary>A PDF file read: its bytes and its revisions. Objects are parsed when they are asked for; an instance serves one thread.</summary>
/// <remarks>Nothing is mended silently: what is not as ISO 32000 wants it is an <see cref="Anomaly"/> of the file or of a revision.
/// When the cross-reference chain cannot be followed, the file is searched for objects, and <see cref="Repaired"/> says so: repair is not trust.</remarks>
public sealed class PdfFile
{
    private readonly NameTable names = new();
    private readonly Dictionary<long, LoadedObject> loaded = [];
    private readonly Dictionary<long, ObjectStream> objectStreams = [];
    private readonly List<Anomaly> anomalies = [];
    private readonly List<Revision> revisions = [];
    private HashSet<int> listStreams = [];
    private StandardSecurity? security;
    private int encryptNumber = -1;
    private int loading;

    private PdfFile(ReadOnlyMemory<byte> bytes, PdfLimits limits)
    {
        Bytes = bytes;
        Limits = limits;
        Budget = new ExpansionBudget(limits.ExpandedBytes);
        Objects = new ObjectReader(bytes, names, limits);
    }

    /// <summary>Reads the structure of a file.</summary>
    /// <exception cref="PdfFormatException">The bytes are no PDF, exceed the limits, need a password, or cannot be repaired.</exception>
    public static PdfFile Open(ReadOnlyMemory<byte> bytes, PdfLimits? limits = null)
    {
        try
        {
            return OpenStrictly(bytes, limits);
        }
        catch (PdfFormatException fault) when (fault.IsDamage)
        {
            return Search(bytes, fault.Message, (int)Math.Max(fault.Offset, 0), limits);
        }
    }

    /// <summary>Searches the bytes for objects, whatever their cross-reference chain says; the file is <see cref="Repaired"/>.</summary>
    /// <param name="reason">Why the chain is not followed.</param>
    /// <param name="offset">Where it cannot be followed.</param>
    /// <exception cref="PdfFormatException">The bytes are no PDF, exceed the limits, need a password, or hold no catalog.</exception>
    public static PdfFile Search(ReadOnlyMemory<byte> bytes, string reason, int offset = 0, PdfLimits? limits = null)
    {
        var file = new PdfFile(bytes, limits ?? PdfLimits.Default) { RepairReason = reason };
        file.CheckHeader();
        file.anomalies.Add(new Anomaly(AnomalyKind.Repaired, offset, 0, reason));
        var section = new RepairScan(bytes, file.Objects, file.names, file.Limits, file.Budget).Search();
        file.Complete([section]);
        return file;
    }

    /// <summary>Reads the structure of a file, and searches for nothing.</summary>
    /// <exception cref="PdfFormatException">As <see cref="Open"/>, and whenever the cross-reference chain cannot be followed.</exception>
    public static PdfFile OpenStrictly(ReadOnlyMemory<byte> bytes, PdfLimits? limits = null)
    {
        var file = new PdfFile(bytes, limits ?? PdfLimits.Default);
        file.CheckHeader();
        var reader = new XrefReader(bytes, file.Objects, file.names, file.Limits, file.Budget);
        file.Complete(XrefChain.Read(bytes.Span, reader, file.Limits));
        return file;
    }

    public ReadOnlyMemory<byte> Bytes { get; }
    public PdfLimits Limits { get; }

    /// <summary>Oldest first; at least one.</summary>
    public IReadOnlyList<Revision> Revisions => revisions;
    public Revision Latest => revisions[^1];

    /// <summary>As in the header, "1.7"; a later catalog may raise it.</summary>
    public string Version { get; private set; } = "";

    public bool Repaired => RepairReason is not null;

    /// <summary>Why the cross-reference chain could not be followed.</summary>
    public string? RepairReason { get; private init; }

    /// <summary>The file is encrypted and opened with the empty password.</summary>
    public bool Encrypted => security is not null;

    /// <summary>What is wrong with the file as a whole; see also <see cref="Revision.Anomalies"/>.</summary>
    public IReadOnlyList<Anomaly> Anomalies => anomalies;

    internal ObjectReader Objects { get; }
    internal ExpansionBudget Budget { get; }
    internal ObjectHistory History { get; } = new();
    /// <summary>What readers see that know tables only; kept when the file has a hybrid section.</summary>
    internal ObjectHistory? TableHistory { get; private set; }
    internal HashSet<int> StreamsBeside { get; private set; } = [];

    /// <summary>The object an entry leads to, or null when its object stream does not hold it.</summary>
    internal LoadedObject? Load(Revision revision, int number, XrefEntry entry)
    {
        if (entry.Kind == XrefEntryKind.Free) return null;
        var key = entry.Kind == XrefEntryKind.InFile ? entry.Offset : (1L << 62) | ((long)entry.Stream << 31) | (uint)entry.Index;
        // An object stream of the same number may be another one in another revision.
        if (entry.Kind == XrefEntryKind.InStream && revision.Entry(entry.Stream) is { Kind: XrefEntryKind.InFile } home)
            key = (1L << 62) | ((long)home.Offset << 31) | (uint)entry.Index;
        if (loaded.TryGetValue(key, out var known)) return known;
        // Objects that need each other to be read (a /Length, an object stream) nest; loops of them do not end.
        if (++loading > Limits.Depth) throw new PdfFormatException(entry.Offset, "PdfLimits.Depth", "Objects need each other to be read");
        try
        {
            var read = entry.Kind == XrefEntryKind.InFile ? ReadLoose(OwnerOf(entry.Offset, revision), entry.Offset) : ReadFromStream(revision, number, entry);
            if (read is not null) loaded[key] = read;
            return read;
        }
        finally
        {
            loading--;
        }
    }

    /// <summary>The object that stands at an offset, listed or not. Cross-reference streams are in clear, with their strings (7.5.8.2).</summary>
    internal LoadedObject ReadLoose(Revision revision, int offset) => Objects.ReadAt(offset, listStreams.Contains(offset) ? null : Cipher, reference => (revision.Resolve(reference) as PdfInteger)?.Value);

    private LoadedObject? ReadFromStream(Revision revision, int number, XrefEntry entry)
    {
        // 7.5.7: an object stream is never itself in an object stream.
        if (revision.Entry(entry.Stream) is not { Kind: XrefEntryKind.InFile } home) return null;
        if (!objectStreams.TryGetValue(home.Offset, out var content))
        {
            if (revision.Load(entry.Stream)?.Value is not PdfStream stream || stream.Dictionary.Name("Type") != "ObjStm") return null;
            content = new ObjectStream(revision.Decode(stream), stream.Dictionary, names);
            objectStreams[home.Offset] = content;
        }
        return entry.Index < content.Count && content.NumberAt(entry.Index) == number ? content.Read(entry.Index, names, Limits.Depth) : null;
    }

    // An object is read with the eyes of the revision that wrote it: a later /Length does not change what it was.
    private Revision OwnerOf(int offset, Revision viewer)
    {
        var (low, high) = (0, revisions.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (offset < revisions[middle].Start) high = middle - 1;
            else if (offset >= revisions[middle].End) low = middle + 1;
            else return revisions[middle];
        }
        return viewer;
    }

    private ObjectCipher? Cipher(int number, int generation) => security is null || number == encryptNumber ? null : new ObjectCipher(security, number, generation);

    private void CheckHeader()
    {
        var span = Bytes.Span;
        if (span.Length > Limits.FileBytes) throw new PdfFormatException(Limits.FileBytes, "PdfLimits.FileBytes", "The file is too large");
        var at = span[..Math.Min(span.Length, 1024)].IndexOf("%PDF-"u8);
        if (at < 0) throw new PdfFormatException(0, "ISO 32000-2, 7.5.2", "The bytes are not a PDF");
        if (at > 0) anomalies.Add(new Anomaly(AnomalyKind.HeaderNotFirst, at, 0, "Bytes stand before the header"));
        var version = span[(at + 5)..Math.Min(span.Length, at + 8)];
        Version = System.Text.Encoding.Latin1.GetString(version);
    }

    private void Complete(List<XrefSection> sections)
    {
        Revision? previous = null;
        StreamsBeside = [.. sections.Where(s => !s.Beside.IsNone).Select(s => s.Beside.Start)];
        listStreams = [.. sections.Where(s => s.Kind == XrefKind.Stream).SelectMany(s => new[] { s.Offset, s.MainOffset }), .. StreamsBeside];
        if (StreamsBeside.Count > 0) TableHistory = new ObjectHistory();
        for (var i = 0; i < sections.Count; i++)
        {
            var limit = i + 1 < sections.Count ? sections[i + 1].Offset : Bytes.Length;
            var (markerEnd, end) = sections[i].Kind == XrefKind.None ? (Bytes.Length, Bytes.Length) : RevisionEnd.Find(Bytes.Span, sections[i], limit);
            previous = new Revision(this, previous, sections[i], previous?.End ?? 0, markerEnd, end);
            revisions.Add(previous);
            History.Add(i, sections[i].Entries);
            TableHistory?.Add(i, sections[i].TableEntries ?? sections[i].Entries);
        }
        if (Latest.End < Bytes.Length)
        {
            var blank = !Bytes.Span[Latest.End..].ContainsAnyExcept((byte)' ', (byte)'\r', (byte)'\n');
            anomalies.Add(new Anomaly(blank ? AnomalyKind.TrailingBlanks : AnomalyKind.TrailingBytes, Latest.End, 0, $"{Bytes.Length - Latest.End} bytes follow the last revision"));
        }
        OpenEncryption();
        if (Latest.Resolve(Latest.Catalog["Pages"]) is not PdfDictionary) throw Lexer.Fault(Latest.XrefOffset, "7.7.2", "The catalog leads to no pages");
    }

    private void OpenEncryption()
    {
        if (Latest.Trailer["Encrypt"] is not { } encrypt) return;
        if (encrypt is PdfReference reference) encryptNumber = reference.Number;
        if (Latest.Resolve(encrypt) is not PdfDictionary dictionary) throw Lexer.Fault(-1, "7.6", "/Encrypt is not a dictionary");
        var id = (Latest.Trailer["ID"] as PdfArray)?.FirstOrDefault() as PdfString;
        var opened = StandardSecurity.Open(dictionary, id is null ? [] : id.Bytes.Span);
        // What was read so far (lengths, the dictionary itself) was read in clear.
        loaded.Clear();
        objectStreams.Clear();
        security = opened;
    }
}
