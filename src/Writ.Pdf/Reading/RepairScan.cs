namespace Writ.Pdf;

/// <summary>Searches a damaged file for objects: the last one of each number counts. What comes of it is one revision that proves nothing.</summary>
internal sealed class RepairScan(ReadOnlyMemory<byte> file, ObjectReader objects, NameTable names, PdfLimits limits, ExpansionBudget budget)
{
    private const int MostFailures = 1_000;

    private readonly XrefSection section = new(0, XrefKind.None);

    public XrefSection Search()
    {
        FindObjects();
        FindTrailers();
        ReadStreams();
        if (!section.Trailer.Has("Root")) throw Lexer.Fault(-1, "7.5.5", "The file has no catalog that could be found");
        section.Trailer = section.Trailer.Without("Prev").Without("XRefStm");
        section.End = file.Length;
        return section;
    }

    private void FindObjects()
    {
        var span = file.Span;
        for (var position = 0; position < span.Length;)
        {
            var step = span[position..].IndexOf("obj"u8);
            if (step < 0) return;
            var keyword = position + step;
            position = keyword + 3;
            // Back over "number generation ".
            var start = keyword;
            if (!Back(span, ref start, Characters.IsWhite) || !Back(span, ref start, Characters.IsDigit) || !Back(span, ref start, Characters.IsWhite) || !Back(span, ref start, Characters.IsDigit)) continue;
            if (objects.Header(start) is not { } header || header.Number >= limits.Objects) continue;
            section.Entries[header.Number] = XrefEntry.At(start, header.Generation);
        }
    }

    private static bool Back(ReadOnlySpan<byte> span, ref int position, Func<byte, bool> belongs)
    {
        var from = position;
        while (position > 0 && from - position < 16 && belongs(span[position - 1])) position--;
        return position < from;
    }

    private void FindTrailers()
    {
        var span = file.Span;
        var failures = 0;
        for (var position = 0; position < span.Length && failures < MostFailures;)
        {
            var step = span[position..].IndexOf("trailer"u8);
            if (step < 0) return;
            position += step + "trailer".Length;
            try
            {
                var parser = new ObjectParser(span, position, names, limits.Depth, inFile: true);
                if (parser.Peek().Kind == TokenKind.DictionaryOpen && parser.Read() is PdfDictionary trailer && trailer.Has("Root"))
                {
                    section.Trailer = trailer;
                    position = parser.Position;
                }
            }
            catch (PdfFormatException)
            {
                // Not a trailer: the search goes on behind the word.
                failures++;
            }
        }
    }

    // Cross-reference streams hold trailers, object streams hold objects, and one object is the catalog.
    private void ReadStreams()
    {
        var failures = 0;
        foreach (var (number, entry) in section.Entries.ToArray())
        {
            if (failures > MostFailures) throw Lexer.Fault(-1, "7.5.5", "The file is too damaged to be searched for objects");
            if (entry.Kind != XrefEntryKind.InFile) continue;
            LoadedObject loaded;
            try
            {
                loaded = objects.ReadAt(entry.Offset, cipher: null, Length);
            }
            catch (PdfFormatException fault) when (!fault.IsLimit)
            {
                section.Entries.Remove(number);
                failures++;
                continue;
            }
            var dictionary = (loaded.Value as PdfStream)?.Dictionary ?? loaded.Value as PdfDictionary;
            switch (dictionary?.Name("Type"))
            {
                case "XRef" when dictionary.Has("Root") && !section.Trailer.Has("Root"): section.Trailer = dictionary; break;
                case "Catalog" when !section.Trailer.Has("Root"): section.Trailer = PdfDictionary.Of(("Root", new PdfReference(number, loaded.Generation))); break;
                case "ObjStm" when loaded.Value is PdfStream stream && !section.Trailer.Has("Encrypt"): AddContent(number, stream); break;
            }
        }
    }

    private void AddContent(int number, PdfStream stream)
    {
        try
        {
            var content = new ObjectStream(StreamFilters.Decode(stream.Data, FilterList.Of(stream.Dictionary, value => value), budget), stream.Dictionary, names);
            for (var i = 0; i < content.Count; i++)
                if (content.NumberAt(i) < limits.Objects) section.Entries.TryAdd(content.NumberAt(i), XrefEntry.In(number, i));
        }
        catch (PdfFormatException fault) when (!fault.IsLimit)
        {
            section.Anomalies.Add(new Anomaly(AnomalyKind.Unreadable, -1, number, fault.Message));
        }
    }

    private long? Length(PdfReference reference)
    {
        if (!section.Entries.TryGetValue(reference.Number, out var entry) || entry.Kind != XrefEntryKind.InFile) return null;
        if (objects.Header(entry.Offset) is not { } header) return null;
        var lexer = new Lexer(file.Span, header.Body);
        var token = lexer.Next();
        return token.Kind == TokenKind.Integer ? token.Integer : null;
    }
}
