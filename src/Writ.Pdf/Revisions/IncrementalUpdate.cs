using System.Buffers.Text;
using System.Security.Cryptography;

namespace Writ.Pdf;

/// <summary>Writes one revision more (ISO 32000-2, 7.5.6): the file stays an untouched prefix, and the new list is of the kind of the last one.</summary>
/// <example><code>
/// var update = new IncrementalUpdate(file);
/// update.Write(fieldReference, field.With("V", update.Write(value)));     // replaces the field, adds the value
/// byte[] longer = update.Finish();
/// </code></example>
public sealed class IncrementalUpdate : ObjectWriter
{
    // Ten digits for each number of /ByteRange: no file is longer.
    private const int RangeDigits = 10;
    // ISO 19005-3, 6.1.13: a string has at most 32 767 bytes.
    private const int LargestContents = 32_767;

    private readonly SortedDictionary<int, (int Generation, int Offset)> written = [];
    private readonly int firstNew;
    private int size;
    private int rangeAt = -1;
    private PdfSpan gap = PdfSpan.None;
    private byte[]? finished;

    /// <exception cref="PdfFormatException">The file was repaired, is encrypted, or something follows its last revision: nothing can be added to it that would hold.</exception>
    public IncrementalUpdate(PdfFile file) : base(origin: file.Bytes.Length, capacity: 16 * 1024)
    {
        if (file.Repaired) throw new PdfFormatException(-1, "ISO 32000-2, 7.5.6", "The file is damaged; no revision can be added");
        if (file.Encrypted) throw new PdfFormatException(-1, "ISO 32000-2, 7.6", "The file is encrypted; no revision is added");
        Base = file.Latest;
        if (file.Bytes.Span[Base.End..].ContainsAnyExcept((byte)' ', (byte)'\r', (byte)'\n')) throw new PdfFormatException(Base.End, "ISO 32000-2, 7.5.6", "Bytes follow the last revision; no revision can be added");
        var declared = Base.Trailer.Integer("Size") is > 0 and < int.MaxValue and var s ? (int)s : throw new PdfFormatException(Base.XrefOffset, "ISO 32000-2, 7.5.5", "/Size is missing");
        // Numbers below the old /Size are never taken, even when free: validators know them as used up.
        var highest = 0;
        for (var revision = Base; revision is not null; revision = revision.Previous)
            foreach (var number in revision.Entries.Keys) highest = Math.Max(highest, number);
        firstNew = size = Math.Max(declared, highest + 1);
        if (!Characters.IsEndOfLine(file.Bytes.Span[^1])) Buffer.Append((byte)'\n');
    }

    /// <summary>The revision this one follows.</summary>
    public Revision Base { get; }

    /// <summary>Objects written so far.</summary>
    public int Count => written.Count;

    /// <summary>Known once the update is finished, when a signature was written.</summary>
    public SignaturePlaceholder? Signature { get; private set; }

    public override PdfReference Reserve() => new(size++);

    /// <summary>Writes a signature dictionary with room for its /ByteRange and /Contents, which are filled in by <see cref="Finish"/> and later by whoever signs.</summary>
    /// <param name="entries">All other entries, /Type and /Filter first.</param>
    /// <param name="capacity">Bytes of DER for which room is kept.</param>
    public void WriteSignature(PdfReference reference, PdfDictionary entries, int capacity)
    {
        if (rangeAt >= 0) throw new InvalidOperationException("A revision holds one signature.");
        if (entries.Has("ByteRange") || entries.Has("Contents")) throw new ArgumentException("/ByteRange and /Contents are written here.", nameof(entries));
        if (capacity is < 1 or > LargestContents) throw new ArgumentException($"A signature takes 1 to {LargestContents} bytes.", nameof(capacity));
        Begin(reference);
        ObjectSyntax.Write(Buffer, entries);
        // Back over ">>": the two entries go inside.
        Buffer.Truncate(Buffer.Length - 2);
        Buffer.Append("/ByteRange[0 "u8);
        rangeAt = Buffer.Length;
        Buffer.Fill((byte)' ', (3 * RangeDigits) + 2);
        Buffer.Append("]/Contents"u8);
        var start = Position;
        Buffer.Append((byte)'<');
        Buffer.Fill((byte)'0', capacity * 2);
        Buffer.Append((byte)'>');
        gap = new PdfSpan(start, Position);
        Buffer.Append(">>\nendobj\n"u8);
    }

    /// <summary>The whole file: the old bytes and the new revision. What is reserved for a signature's /Contents is still zeros.</summary>
    public byte[] Finish()
    {
        if (finished is not null) throw new InvalidOperationException("The update is finished.");
        for (var number = firstNew; number < size; number++)
            if (!written.ContainsKey(number)) throw new InvalidOperationException($"Object {number} was reserved and never written.");
        if (Base.XrefKind == XrefKind.Stream) WriteXrefStream();
        else WriteXrefTable();
        var old = Base.File.Bytes.Span;
        finished = new byte[checked(old.Length + Buffer.Length)];
        if (rangeAt >= 0)
        {
            Signature = new SignaturePlaceholder(gap, finished.Length);
            FillRange();
        }
        old.CopyTo(finished);
        Buffer.Written.CopyTo(finished.AsSpan(old.Length));
        Release();
        return finished;
    }

    private protected override void Place(PdfReference reference, int offset)
    {
        if (finished is not null) throw new InvalidOperationException("The update is finished.");
        if (reference.Number >= size || reference.Number < 1) throw new ArgumentException("The reference was not reserved here.", nameof(reference));
        if (reference.Number < firstNew && Base.Entry(reference.Number) is not { Kind: not XrefEntryKind.Free })
            throw new ArgumentException("The object to be replaced does not exist.", nameof(reference));
        if (!written.TryAdd(reference.Number, (reference.Generation, offset))) throw new InvalidOperationException($"Object {reference.Number} is written already.");
    }

    private void WriteXrefTable()
    {
        var start = Position;
        Buffer.Append("xref\n"u8);
        foreach (var run in Runs())
        {
            Buffer.Append(run[0].Number);
            Buffer.Append((byte)' ');
            Buffer.Append(run.Count);
            Buffer.Append((byte)'\n');
            foreach (var (_, generation, offset) in run)
            {
                Buffer.AppendDigits(offset, 10);
                Buffer.Append((byte)' ');
                Buffer.AppendDigits(generation, 5);
                Buffer.Append(" n \n"u8);
            }
        }
        Buffer.Append("trailer\n"u8);
        ObjectSyntax.Write(Buffer, Trailer(PdfDictionary.Empty));
        Close(start);
    }

    // 7.5.8: the stream lists itself too; four bytes of offset, two of generation.
    private void WriteXrefStream()
    {
        var self = Reserve();
        var start = Position;
        written.Add(self.Number, (0, start));
        var rows = new PdfBuffer(written.Count * 7);
        var index = new List<PdfObject>();
        foreach (var run in Runs())
        {
            index.Add(run[0].Number);
            index.Add(run.Count);
            foreach (var (_, generation, offset) in run)
                foreach (var value in (ReadOnlySpan<int>)[1, offset >> 24, offset >> 16, offset >> 8, offset, generation >> 8, generation])
                    rows.Append((byte)(value & 0xFF));
        }
        var dictionary = Trailer(PdfDictionary.Of(("Type", new PdfName("XRef")), ("W", PdfArray.Of(1, 4, 2)), ("Index", PdfArray.Of(index))));
        Buffer.Append(self.Number);
        Buffer.Append(" 0 obj\n"u8);
        ObjectSyntax.Write(Buffer, dictionary.With("Length", rows.Length));
        Buffer.Append("\nstream\n"u8);
        Buffer.Append(rows.Written);
        Buffer.Append("\nendstream\nendobj"u8);
        Close(start);
    }

    private void Close(int start)
    {
        Buffer.Append("\nstartxref\n"u8);
        Buffer.Append(start);
        Buffer.Append("\n%%EOF\n"u8);
    }

    private PdfDictionary Trailer(PdfDictionary head)
    {
        var old = Base.Trailer;
        return PdfDictionary.Of(
        [
            .. head.Select(e => KeyValuePair.Create(e.Key, e.Value)),
            .. Kept("Size", size), .. Kept("Root", Base.Root), .. Kept("Info", old["Info"]), .. Kept("Prev", Base.XrefOffset), .. Kept("ID", Identity(old)),
        ]);

        static IEnumerable<KeyValuePair<string, PdfObject>> Kept(string key, PdfObject? value) => value is null ? [] : [KeyValuePair.Create(key, value)];
    }

    // 14.4: the first part stays, the second follows from what it was and from what is added.
    private PdfArray Identity(PdfDictionary trailer)
    {
        var old = Base.Resolve(trailer["ID"]) as PdfArray;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (old?.Count == 2 && old[1] is PdfString second) hash.AppendData(second.Bytes.Span);
        hash.AppendData(Buffer.Written);
        var next = new PdfString(hash.GetHashAndReset().AsMemory(0, 16), hexadecimal: true);
        return PdfArray.Of(old?.Count == 2 && old[0] is PdfString first ? first : next, next);
    }

    private List<List<(int Number, int Generation, int Offset)>> Runs()
    {
        var runs = new List<List<(int Number, int Generation, int Offset)>>();
        foreach (var (number, (generation, offset)) in written)
        {
            if (runs.Count == 0 || runs[^1][^1].Number + 1 != number) runs.Add([]);
            runs[^1].Add((number, generation, offset));
        }
        return runs;
    }

    private void FillRange()
    {
        var (_, length1, start2, length2) = Signature!.ByteRange;
        Span<byte> text = stackalloc byte[(3 * RangeDigits) + 2];
        text.Fill((byte)' ');
        var position = 0;
        foreach (var value in (ReadOnlySpan<int>)[length1, start2, length2])
        {
            if (position > 0) position++;
            Utf8Formatter.TryFormat(value, text[position..], out var digits);
            position += digits;
        }
        Buffer.Overwrite(rangeAt, text);
    }
}
