namespace Writ.Pdf;

/// <summary>A Type 0 font with Identity-H encoding (ISO 32000-2, 9.7): character codes are the glyph identifiers of the embedded subset.</summary>
public sealed class CompositeFont
{
    private readonly ObjectWriter writer;
    private readonly FontProgram program;
    private readonly ConformanceLog? conformance;
    private readonly string?[] texts;
    private bool written;

    public CompositeFont(ObjectWriter writer, FontProgram program, ConformanceLog? conformance = null)
    {
        this.writer = writer;
        this.program = program;
        this.conformance = conformance;
        texts = new string?[program.Widths.Count];
        Reference = writer.Reserve();
        ResourceName = "F" + Reference.Number;
    }

    public PdfReference Reference { get; }

    /// <summary>The name under which every content stream knows this font.</summary>
    public string ResourceName { get; }

    /// <summary>The advance of a glyph in thousandths of an em.</summary>
    public double Width(int glyph) => program.Widths[glyph];

    /// <summary>Notes that a glyph stands for this text. False when it already stands for another: then the text must be given as ActualText.</summary>
    public bool Use(int glyph, ReadOnlySpan<char> text)
    {
        if (written) throw new InvalidOperationException("The font is written.");
        if (texts[glyph] is { } known) return text.SequenceEqual(known);
        if (!IsText(text))
        {
            // ISO 19005-3, 6.2.11.7.2: a Unicode value is not 0, FEFF or FFFE; level A: and no private-use value without ActualText.
            conformance?.Add("ISO 19005-3, 6.2.11.7.2", $"Glyph {glyph} of {program.BaseFont} has no Unicode text that means the same everywhere.");
            return false;
        }
        texts[glyph] = text.ToString();
        return true;
    }

    /// <summary>Writes the font and everything it needs; every glyph shown has been passed to <see cref="Use"/> before.</summary>
    public void Write()
    {
        if (written) throw new InvalidOperationException("The font is written.");
        written = true;
        var trueType = program.Kind == FontEmbedding.TrueType;
        var name = new PdfName(program.BaseFont);
        var file = writer.WriteStream(
            trueType ? PdfDictionary.Of(("Length1", program.Data.Length)) : PdfDictionary.Of(("Subtype", new PdfName("CIDFontType0C"))), program.Data.Span);
        var measures = program.Measures;
        var descriptor = writer.Write(PdfDictionary.Of(
            ("Type", new PdfName("FontDescriptor")), ("FontName", name), ("Flags", Flags(measures)),
            ("FontBBox", measures.Box.ToArray()), ("ItalicAngle", PdfObject.Of(measures.ItalicAngle)),
            ("Ascent", PdfObject.Of(measures.Ascent)), ("Descent", PdfObject.Of(measures.Descent)),
            ("CapHeight", PdfObject.Of(measures.CapHeight)), ("StemV", PdfObject.Of(measures.StemV)),
            (trueType ? "FontFile2" : "FontFile3", file)));
        var descendant = writer.Write(PdfDictionary.Of(
            ("Type", new PdfName("Font")), ("Subtype", new PdfName(trueType ? "CIDFontType2" : "CIDFontType0")), ("BaseFont", name),
            ("CIDSystemInfo", PdfDictionary.Of(("Registry", PdfString.Ascii7("Adobe")), ("Ordering", PdfString.Ascii7("Identity")), ("Supplement", 0))),
            ("FontDescriptor", descriptor), ("DW", 1000), ("W", Widths()),
            // ISO 19005-3, 6.2.11.3.2: an embedded CIDFontType2 says how CIDs become glyphs.
            ("CIDToGIDMap", trueType ? new PdfName("Identity") : null)));
        var toUnicode = writer.WriteStream(PdfDictionary.Empty, ToUnicodeMap.Write(texts));
        // 9.7.6.1: with a CIDFontType0 descendant the name of the CMap follows the font's.
        var baseFont = trueType ? name : new PdfName(name.Value + "-Identity-H");
        writer.Write(Reference, PdfDictionary.Of(
            ("Type", new PdfName("Font")), ("Subtype", new PdfName("Type0")), ("BaseFont", baseFont), ("Encoding", new PdfName("Identity-H")),
            ("DescendantFonts", PdfArray.Of(descendant)), ("ToUnicode", toUnicode)));
    }

    // 9.8.2, table 121: the font is symbolic, as its characters are not those of the standard Latin set.
    private static int Flags(FontMeasures measures) =>
        (measures.FixedPitch ? 1 : 0) | (measures.Serif ? 2 : 0) | 4 | (measures.ItalicAngle != 0 ? 64 : 0);

    // 9.7.4.3: "first [w w w]" for runs of glyphs that differ from the default width of one em.
    private PdfArray Widths()
    {
        var runs = new List<PdfObject>();
        for (var glyph = 0; glyph < program.Widths.Count; glyph++)
        {
            if (program.Widths[glyph] == 1000) continue;
            var first = glyph;
            while (glyph + 1 < program.Widths.Count && program.Widths[glyph + 1] != 1000) glyph++;
            runs.Add(first);
            runs.Add(PdfArray.Of(program.Widths.Skip(first).Take(glyph - first + 1).Select(PdfObject.Of)));
        }
        return PdfArray.Of(runs);
    }

    private static bool IsText(ReadOnlySpan<char> text)
    {
        if (text.Length == 0) return false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is 0 or 0xFEFF or 0xFFFE or 0xFFFD or (>= 0xE000 and <= 0xF8FF) or >= 0xF0000) return false;
        }
        return true;
    }
}
