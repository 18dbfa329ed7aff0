namespace Writ.Pdf;

/// <summary>The cross-reference sections of a file, followed from the last startxref along /Prev (ISO 32000-2, 7.5.6), oldest first.</summary>
internal static class XrefChain
{
    public static List<XrefSection> Read(ReadOnlySpan<byte> file, XrefReader reader, PdfLimits limits)
    {
        var sections = new List<XrefSection>();
        var offset = LastStart(file);
        while (true)
        {
            if (sections.Count >= limits.Revisions) throw new PdfFormatException(offset, "PdfLimits.Revisions", "The file has too many revisions");
            if (offset <= 0 || offset >= file.Length) throw Lexer.Fault(offset, "7.5.5", "The cross-reference section lies outside the file");
            foreach (var known in sections)
                if (known.Offset == offset) throw Lexer.Fault(offset, "7.5.6", "/Prev leads back to a section already read");
            var section = reader.Read(offset);
            sections.Add(section);
            if (section.Trailer["Prev"] is not { } previous) break;
            if (previous is not PdfInteger { Value: >= 0 and <= int.MaxValue } number) throw Lexer.Fault(offset, "7.5.5", "/Prev is not an offset");
            // Some writers end the chain with 0.
            if (number.Value == 0) break;
            offset = (int)number.Value;
        }
        sections.Reverse();
        JoinLinearized(sections, file);
        for (var i = 1; i < sections.Count; i++)
            if (sections[i].Offset < sections[i - 1].End) throw Lexer.Fault(sections[i].Offset, "7.5.6", "/Prev leads forward in the file");
        return sections;
    }

    private static int LastStart(ReadOnlySpan<byte> file)
    {
        var start = file.LastIndexOf("startxref"u8);
        if (start < 0) throw Lexer.Fault(file.Length, "7.5.5", "The file has no startxref");
        var lexer = new Lexer(file, start + "startxref".Length);
        var number = lexer.Next();
        return number is { Kind: TokenKind.Integer, Integer: >= 0 and <= int.MaxValue } ? (int)number.Integer : throw Lexer.Fault(start, "7.5.5", "startxref is followed by no offset");
    }

    // F.3.4: behind the section in front stand "startxref 0 %%EOF", which mean nothing.
    private static int FrontEnd(ReadOnlySpan<byte> file, int end)
    {
        var lexer = new Lexer(file, end);
        if (!lexer.Is(lexer.Next(), "startxref"u8) || lexer.Next().Kind != TokenKind.Integer) return end;
        var position = lexer.Position;
        while (position < file.Length && Characters.IsWhite(file[position])) position++;
        return file[position..].StartsWith("%%EOF"u8) ? position + "%%EOF".Length : end;
    }

    // Annex F: a linearized file has two sections in one revision: that of the first page stands in front, and its /Prev leads to the main one behind.
    private static void JoinLinearized(List<XrefSection> sections, ReadOnlySpan<byte> file)
    {
        if (sections.Count < 2 || sections[1].Offset > sections[0].Offset) return;
        if (file[..Math.Min(file.Length, 1024)].IndexOf("/Linearized"u8) < 0) return;
        var (main, first) = (sections[0], sections[1]);
        var joined = new XrefSection(first.Offset, first.Kind) { Trailer = first.Trailer, End = main.End, Beside = PdfSpan.None, Other = new PdfSpan(first.Offset, FrontEnd(file, first.End)), MainOffset = main.Offset };
        foreach (var (number, entry) in main.Entries) joined.Entries[number] = entry;
        foreach (var (number, entry) in first.Entries)
        {
            if (joined.Entries.TryGetValue(number, out var other) && other != entry && number != 0)
                joined.Anomalies.Add(new Anomaly(AnomalyKind.DuplicateEntry, first.Offset, number, $"Both sections of the linearized file list object {number}"));
            joined.Entries[number] = entry;
        }
        joined.Anomalies.AddRange(main.Anomalies);
        joined.Anomalies.AddRange(first.Anomalies);
        sections.RemoveRange(0, 2);
        sections.Insert(0, joined);
    }
}
