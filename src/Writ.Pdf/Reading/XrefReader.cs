namespace Writ.Pdf;

/// <summary>Reads cross-reference sections (ISO 32000-2, 7.5.4 and 7.5.8) at given offsets.</summary>
internal sealed class XrefReader(ReadOnlyMemory<byte> file, ObjectReader objects, NameTable names, PdfLimits limits, ExpansionBudget budget)
{
    private const string TableClause = "7.5.4", StreamClause = "7.5.8";
    private const int EntryLength = 20;

    private int entriesRead;

    public XrefSection Read(int offset)
    {
        var parser = new ObjectParser(file.Span, offset, names, limits.Depth, inFile: true);
        var first = parser.Peek();
        if (!parser.Is(first, "xref"u8)) return ReadStream(offset);
        var section = new XrefSection(offset, XrefKind.Table);
        if (first.Start != offset) section.Anomalies.Add(new Anomaly(AnomalyKind.LooseXref, offset, 0, "The offset leads to the white space before the table"));
        parser.Next();
        ReadTable(ref parser, section);
        if (parser.Read() is not PdfDictionary trailer) throw Lexer.Fault(first.End, "7.5.5", "A trailer dictionary is expected");
        section.Trailer = trailer;
        section.End = parser.Position;
        if (parser.Duplicates is not null) section.Anomalies.Add(new Anomaly(AnomalyKind.DuplicateKey, parser.Duplicates[0], 0, "The trailer has a key twice"));
        CheckSize(section);
        if (trailer["XRefStm"] is PdfInteger beside) AddHybrid(section, beside.Value);
        return section;
    }

    private void ReadTable(ref ObjectParser parser, XrefSection section)
    {
        while (true)
        {
            var token = parser.Next();
            if (parser.Is(token, "trailer"u8)) return;
            if (token.Kind != TokenKind.Integer || token.Integer is < 0 or > int.MaxValue) throw Lexer.Fault(token.Start, TableClause, "A subsection or the trailer is expected");
            var first = (int)token.Integer;
            var count = parser.Integer(0, limits.Objects, TableClause);
            CountEntries(count, token.Start);
            if (first > int.MaxValue - count) throw Lexer.Fault(token.Start, TableClause, "Object numbers are too large");
            if (!ReadExactly(ref parser, section, first, count)) ReadLoosely(ref parser, section, first, count);
        }
    }

    // 7.5.4: entries are exactly 20 bytes: "nnnnnnnnnn ggggg n" and two characters of line end.
    private bool ReadExactly(ref ObjectParser parser, XrefSection section, int first, int count)
    {
        var span = file.Span;
        var position = parser.Position;
        while (position < span.Length && span[position] == ' ') position++;
        if (position < span.Length && span[position] == '\r') position++;
        if (position < span.Length && span[position] == '\n') position++;
        if (span.Length - position < (long)count * EntryLength) return false;
        var block = span.Slice(position, count * EntryLength);
        for (var i = 0; i < count; i++)
            if (!IsExact(block.Slice(i * EntryLength, EntryLength))) return false;
        for (var i = 0; i < count; i++)
        {
            var entry = block.Slice(i * EntryLength, EntryLength);
            Add(section, first + i, Digits(entry[..10]), (int)Digits(entry[11..16]), entry[17] == 'n', position + (i * EntryLength));
        }
        parser.Position = position + block.Length;
        return true;
    }

    private void ReadLoosely(ref ObjectParser parser, XrefSection section, int first, int count)
    {
        section.Anomalies.Add(new Anomaly(AnomalyKind.LooseXref, parser.Position, first, "Entries of the table are not 20 bytes long"));
        for (var i = 0; i < count; i++)
        {
            var place = parser.Position;
            var offset = parser.Integer(0, int.MaxValue, TableClause);
            var generation = parser.Integer(0, 65_535, TableClause);
            var kind = parser.Next();
            var inUse = parser.Is(kind, "n"u8);
            if (!inUse && !parser.Is(kind, "f"u8)) throw Lexer.Fault(kind.Start, TableClause, "An entry is neither n nor f");
            Add(section, first + i, offset, generation, inUse, place);
        }
    }

    private void Add(XrefSection section, int number, long offset, int generation, bool inUse, int place)
    {
        // An offset of 0 cannot be an object's: writers that mean "free" are taken at their word, and named.
        if (inUse && offset == 0) section.Anomalies.Add(new Anomaly(AnomalyKind.LooseXref, place, number, "An entry in use has the offset 0"));
        var entry = inUse && offset is > 0 and <= int.MaxValue ? XrefEntry.At((int)offset, generation) : XrefEntry.Free(generation);
        Enter(section, section.Entries, number, entry, place);
    }

    private XrefSection ReadStream(int offset)
    {
        var section = new XrefSection(offset, XrefKind.Stream);
        var loaded = objects.ReadAt(offset, cipher: null, resolveLength: null);
        if (loaded.Value is not PdfStream stream || stream.Dictionary.Name("Type") != "XRef") throw Lexer.Fault(offset, StreamClause, "Neither a cross-reference table nor a cross-reference stream");
        section.Trailer = stream.Dictionary;
        section.End = loaded.Span.End;
        section.Anomalies.AddRange(loaded.Anomalies);
        if (loaded.Span.Start != offset) section.Anomalies.Add(new Anomaly(AnomalyKind.LooseXref, offset, loaded.Number, "The offset leads to the white space before the stream"));
        ReadEntries(section, stream, section.Entries);
        CheckSize(section);
        return section;
    }

    private void ReadEntries(XrefSection section, PdfStream stream, Dictionary<int, XrefEntry> entries)
    {
        var dictionary = stream.Dictionary;
        var widths = dictionary["W"] as PdfArray;
        if (widths is null || widths.Count < 3) throw Lexer.Fault(section.Offset, StreamClause, "/W is missing");
        Span<int> width = stackalloc int[3];
        for (var i = 0; i < 3; i++)
            width[i] = widths[i] is PdfInteger { Value: >= 0 and <= 8 } w ? (int)w.Value : throw Lexer.Fault(section.Offset, StreamClause, "/W is out of range");
        var size = dictionary.Integer("Size") is >= 0 and <= int.MaxValue and var s ? (int)s : throw Lexer.Fault(section.Offset, StreamClause, "/Size is missing");
        var index = dictionary["Index"] as PdfArray ?? PdfArray.Of(0, size);
        if (index.Count % 2 != 0) throw Lexer.Fault(section.Offset, StreamClause, "/Index has no pairs");
        var data = StreamFilters.Decode(stream.Data, FilterList.Of(dictionary, value => value), budget).Span;
        var row = width[0] + width[1] + width[2];
        if (row == 0) throw Lexer.Fault(section.Offset, StreamClause, "/W is out of range");
        for (var pair = 0; pair < index.Count; pair += 2)
        {
            if (index[pair] is not PdfInteger { Value: >= 0 and <= int.MaxValue } first || index[pair + 1] is not PdfInteger { Value: >= 0 and <= int.MaxValue } count
                || first.Value + count.Value > int.MaxValue) throw Lexer.Fault(section.Offset, StreamClause, "/Index is out of range");
            if (count.Value * row > data.Length) throw Lexer.Fault(section.Offset, StreamClause, "The cross-reference stream is too short");
            CountEntries((int)count.Value, section.Offset);
            for (var i = 0; i < count.Value; i++, data = data[row..])
            {
                // Table 17: the type is 1 when its field has no width.
                var type = width[0] == 0 ? 1 : Big(data[..width[0]]);
                var second = Big(data.Slice(width[0], width[1]));
                var third = Big(data.Slice(width[0] + width[1], width[2]));
                XrefEntry? entry = type switch
                {
                    0 => XrefEntry.Free((int)Math.Min(third, 65_535)),
                    1 when second <= int.MaxValue && third <= 65_535 => XrefEntry.At((int)second, (int)third),
                    2 when second <= int.MaxValue && third <= int.MaxValue => XrefEntry.In((int)second, (int)third),
                    1 or 2 => throw Lexer.Fault(section.Offset, StreamClause, "A cross-reference entry is out of range"),
                    // 7.5.8.3: any other type is a reference to the null object.
                    _ => XrefEntry.Free(0),
                };
                Enter(section, entries, (int)first.Value + i, entry.Value, section.Offset);
            }
        }
    }

    // 7.5.8.4: an object hidden from old readers is free in the table and is found in the stream beside it.
    private void AddHybrid(XrefSection section, long beside)
    {
        if (beside <= 0 || beside >= file.Length) throw Lexer.Fault(section.Offset, "7.5.8.4", "/XRefStm leads out of the file");
        section.Kind = XrefKind.Hybrid;
        section.TableEntries = new Dictionary<int, XrefEntry>(section.Entries);
        var loaded = objects.ReadAt((int)beside, cipher: null, resolveLength: null);
        if (loaded.Value is not PdfStream stream || stream.Dictionary.Name("Type") != "XRef") throw Lexer.Fault((int)beside, "7.5.8.4", "/XRefStm leads to something else");
        section.Beside = loaded.Span;
        section.Anomalies.AddRange(loaded.Anomalies);
        var hidden = new Dictionary<int, XrefEntry>();
        ReadEntries(section, stream, hidden);
        foreach (var (number, entry) in hidden)
        {
            if (section.Entries.TryGetValue(number, out var shown) && shown.Kind != XrefEntryKind.Free)
            {
                if (entry != shown && entry.Kind != XrefEntryKind.Free)
                    section.Anomalies.Add(new Anomaly(AnomalyKind.HybridDifference, section.Offset, number, $"Table and stream list object {number} at different places"));
                continue;
            }
            section.Entries[number] = entry;
        }
    }

    private static void Enter(XrefSection section, Dictionary<int, XrefEntry> entries, int number, XrefEntry entry, int place)
    {
        if (!entries.TryAdd(number, entry)) section.Anomalies.Add(new Anomaly(AnomalyKind.DuplicateEntry, place, number, $"Object {number} is listed twice"));
    }

    // 7.5.5: /Size is one more than the highest number in use.
    private static void CheckSize(XrefSection section)
    {
        if (section.Trailer.Integer("Size") is not { } size) throw Lexer.Fault(section.Offset, "7.5.5", "/Size is missing");
        foreach (var (number, entry) in section.Entries)
            if (number >= size && entry.Kind != XrefEntryKind.Free)
                section.Anomalies.Add(new Anomaly(AnomalyKind.BeyondSize, section.Offset, number, $"Object {number} is not below /Size {size}"));
    }

    private void CountEntries(int count, int place)
    {
        entriesRead += count;
        if (entriesRead > limits.Objects) throw new PdfFormatException(place, "PdfLimits.Objects", "The file lists too many objects");
    }

    private static bool IsExact(ReadOnlySpan<byte> entry) =>
        !entry[..10].ContainsAnyExceptInRange((byte)'0', (byte)'9') && entry[10] == ' ' && !entry[11..16].ContainsAnyExceptInRange((byte)'0', (byte)'9')
        && entry[16] == ' ' && entry[17] is (byte)'n' or (byte)'f' && (entry[18], entry[19]) is ((byte)' ', (byte)'\r') or ((byte)' ', (byte)'\n') or ((byte)'\r', (byte)'\n');

    private static long Digits(ReadOnlySpan<byte> digits)
    {
        var value = 0L;
        foreach (var digit in digits) value = (value * 10) + (digit - '0');
        return value;
    }

    private static long Big(ReadOnlySpan<byte> field)
    {
        var value = 0UL;
        foreach (var b in field) value = (value << 8) | b;
        return value > long.MaxValue ? long.MaxValue : (long)value;
    }
}
