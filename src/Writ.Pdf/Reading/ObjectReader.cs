namespace Writ.Pdf;

/// <summary>Reads indirect objects (ISO 32000-2, 7.3.10) and streams (7.3.8) at given offsets of the file.</summary>
internal sealed class ObjectReader(ReadOnlyMemory<byte> file, NameTable names, PdfLimits limits)
{
    // Hostile files let objects overlap so that each read runs to the end of the file: reading ends after this much.
    private long work = (256L << 20) + (64L * file.Length);

    /// <param name="cipher">For the number and generation found, or null for files in clear.</param>
    /// <param name="resolveLength">Finds an indirect /Length; null where none is allowed.</param>
    public LoadedObject ReadAt(int offset, Func<int, int, ObjectCipher?>? cipher, Func<PdfReference, long?>? resolveLength)
    {
        var (number, generation, start, body) = Header(offset) ?? throw Lexer.Fault(offset, "7.3.10", "No indirect object stands here");
        // Until the object is read to its end, it counts as if it took the rest of the file.
        work -= file.Length - offset;
        if (work < 0) throw new PdfFormatException(offset, "PdfLimits", "Reading the objects of the file takes too much work");
        var parser = new ObjectParser(file.Span, body, names, limits.Depth, inFile: true) { Cipher = cipher?.Invoke(number, generation) };
        List<Anomaly>? anomalies = null;
        var value = parser.Read();
        var end = parser.Position;
        if (value is PdfDictionary dictionary && PeekKeyword(ref parser, "stream"u8))
        {
            parser.Next();
            value = ReadStream(dictionary, ref parser, number, resolveLength, ref anomalies);
            end = parser.Position;
        }
        if (PeekKeyword(ref parser, "endobj"u8))
        {
            parser.Next();
            end = parser.Position;
        }
        else
        {
            Note(AnomalyKind.EndObjectMissing, end, $"Object {number} is not closed");
        }
        if (parser.Duplicates is { } duplicates)
            foreach (var place in duplicates) Note(AnomalyKind.DuplicateKey, place, $"A dictionary of object {number} has a key twice");
        work += file.Length - end;
        return new LoadedObject(number, generation, value, new PdfSpan(start, end), anomalies ?? (IReadOnlyList<Anomaly>)[]);

        void Note(AnomalyKind kind, int place, string message) => (anomalies ??= []).Add(new Anomaly(kind, place, number, message));
    }

    /// <summary>The "number generation obj" at an offset, or null; its start, and the first byte behind it.</summary>
    public (int Number, int Generation, int Start, int Body)? Header(int offset)
    {
        var span = file.Span;
        if (offset < 0 || offset >= span.Length) return null;
        var position = offset;
        while (position < span.Length && Characters.IsWhite(span[position])) position++;
        var start = position;
        if (Digits(span, ref position, 10) is not { } number || !Blank(span, ref position) || Digits(span, ref position, 5) is not { } generation || !Blank(span, ref position)) return null;
        if (number > int.MaxValue || generation > 65_535) return null;
        if (!span[position..].StartsWith("obj"u8) || (position + 3 < span.Length && Characters.IsRegular(span[position + 3]))) return null;
        return ((int)number, (int)generation, start, position + 3);
    }

    private static long? Digits(ReadOnlySpan<byte> span, ref int position, int most)
    {
        var start = position;
        var value = 0L;
        while (position < span.Length && position - start < most && Characters.IsDigit(span[position])) value = (value * 10) + (span[position++] - '0');
        return position > start ? value : null;
    }

    private static bool Blank(ReadOnlySpan<byte> span, ref int position)
    {
        var start = position;
        while (position < span.Length && Characters.IsWhite(span[position])) position++;
        return position > start;
    }

    // What follows an object may be anything in a damaged file: only these two words are looked for.
    private bool PeekKeyword(ref ObjectParser parser, ReadOnlySpan<byte> keyword)
    {
        var span = file.Span;
        var position = parser.Position;
        while (position < span.Length && Characters.IsWhite(span[position])) position++;
        if (position < span.Length && span[position] == '%')
        {
            var lexer = new Lexer(span, position);
            lexer.SkipBlank();
            position = lexer.Position;
        }
        return span[position..].StartsWith(keyword) && (position + keyword.Length == span.Length || !Characters.IsRegular(span[position + keyword.Length]));
    }

    private PdfStream ReadStream(PdfDictionary dictionary, ref ObjectParser parser, int number, Func<PdfReference, long?>? resolveLength, ref List<Anomaly>? anomalies)
    {
        var span = file.Span;
        var start = parser.Position;
        // 7.3.8.1: CR LF or LF, never CR alone.
        if (start < span.Length && span[start] == '\r') start++;
        if (start < span.Length && span[start] == '\n') start++;
        var length = dictionary["Length"] switch
        {
            PdfInteger direct => direct.Value,
            PdfReference reference => resolveLength?.Invoke(reference) ?? -1,
            _ => -1,
        };
        var end = length < 0 || length > span.Length - start ? -1 : start + (int)length;
        if (end < 0 || !EndsAt(span, end, out var after))
        {
            (anomalies ??= []).Add(new Anomaly(AnomalyKind.LengthMismatch, start, number, $"The stream of object {number} does not end where its /Length says"));
            var found = span[start..].IndexOf("endstream"u8);
            if (found < 0) throw Lexer.Fault(start, "7.3.8.1", "A stream does not end");
            work -= found;
            after = start + found + "endstream".Length;
            end = start + found;
            if (end > start && span[end - 1] == '\n') end--;
            if (end > start && span[end - 1] == '\r') end--;
        }
        parser.Position = after;
        var data = file[start..end];
        return new PdfStream(dictionary, parser.Cipher is null ? data : parser.Cipher.DecryptStream(data.ToArray(), dictionary));
    }

    private static bool EndsAt(ReadOnlySpan<byte> span, int end, out int after)
    {
        var position = end;
        if (position < span.Length && span[position] == '\r') position++;
        if (position < span.Length && span[position] == '\n') position++;
        after = position + "endstream".Length;
        return span[position..].StartsWith("endstream"u8);
    }
}
