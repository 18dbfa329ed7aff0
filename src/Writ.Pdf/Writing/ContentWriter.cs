namespace Writ.Pdf;

/// <summary>A content stream: graphics and text operators (ISO 32000-2, annex A) straight into bytes, and the resources they name.
/// Units are points, y upward; colours are DeviceRGB or DeviceGray from 0 to 1.</summary>
public sealed class ContentWriter(ConformanceLog? conformance = null)
{
    // ISO 19005-3, 6.1.13: q and Q nest at most 28 deep.
    private const int DeepestNesting = 28;

    private readonly PdfBuffer buffer = new(8 * 1024);
    private readonly SortedDictionary<string, PdfReference> fonts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, PdfReference> xObjects = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, PdfReference> states = new(StringComparer.Ordinal);
    private CompositeFont? font;
    private double fontSize;
    private int saved;
    private int marks;
    private bool inText;

    /// <summary>The operators written so far.</summary>
    public ReadOnlySpan<byte> Bytes => buffer.Written;

    /// <summary>Every Save has its Restore, every mark and text object its end.</summary>
    internal bool Balanced => saved == 0 && marks == 0 && !inText;

    /// <summary>The resource dictionary of everything named in the stream.</summary>
    public PdfDictionary Resources() => PdfDictionary.Of(("Font", Named(fonts)), ("XObject", Named(xObjects)), ("ExtGState", Named(states)));

    /// <summary>Gives the memory back once the content is written.</summary>
    internal void Release() => buffer.Release();

    // Graphics state

    public void Save()
    {
        if (++saved > DeepestNesting) conformance?.Add("ISO 19005-3, 6.1.13", $"Graphics states nest deeper than {DeepestNesting}.");
        buffer.Append("q\n"u8);
    }

    public void Restore()
    {
        if (--saved < 0) throw new InvalidOperationException("Restore without Save.");
        buffer.Append("Q\n"u8);
    }

    public void Transform(double a, double b, double c, double d, double e, double f) => Operator("cm"u8, a, b, c, d, e, f);
    public void FillColor(double red, double green, double blue) => Operator("rg"u8, red, green, blue);
    public void FillGray(double gray) => Operator("g"u8, gray);
    public void StrokeColor(double red, double green, double blue) => Operator("RG"u8, red, green, blue);
    public void StrokeGray(double gray) => Operator("G"u8, gray);
    public void LineWidth(double width) => Operator("w"u8, width);
    public void LineCap(int style) => Operator("J"u8, style);
    public void LineJoin(int style) => Operator("j"u8, style);

    public void Dash(ReadOnlySpan<double> lengths, double phase)
    {
        buffer.Append((byte)'[');
        foreach (var length in lengths)
        {
            buffer.AppendCoordinate(length);
            buffer.Append((byte)' ');
        }
        buffer.Append("] "u8);
        Operator("d"u8, phase);
    }

    /// <summary>Uses an /ExtGState dictionary that was written as an object.</summary>
    public void GraphicsState(PdfReference state) => Named("gs"u8, "G", state, states);

    // Paths

    public void MoveTo(double x, double y) => Operator("m"u8, x, y);
    public void LineTo(double x, double y) => Operator("l"u8, x, y);
    public void CurveTo(double x1, double y1, double x2, double y2, double x, double y) => Operator("c"u8, x1, y1, x2, y2, x, y);
    public void Rectangle(double x, double y, double width, double height) => Operator("re"u8, x, y, width, height);
    public void ClosePath() => Operator("h"u8);
    public void Stroke() => Paint("S"u8);
    public void Fill() => Paint("f"u8);
    public void FillEvenOdd() => Paint("f*"u8);
    public void FillAndStroke() => Paint("B"u8);
    public void Clip() => Operator("W"u8);
    public void EndPath() => Operator("n"u8);

    // Text

    public void BeginText()
    {
        if (inText) throw new InvalidOperationException("Text objects do not nest (ISO 32000-2, 9.4.1).");
        inText = true;
        Operator("BT"u8);
    }

    public void EndText()
    {
        if (!inText) throw new InvalidOperationException("EndText without BeginText.");
        inText = false;
        Operator("ET"u8);
    }

    public void Font(CompositeFont face, double size)
    {
        font = face;
        fontSize = size;
        fonts[face.ResourceName] = face.Reference;
        ObjectSyntax.WriteName(buffer, face.ResourceName);
        buffer.Append((byte)' ');
        Operator("Tf"u8, size);
    }

    public void TextMatrix(double a, double b, double c, double d, double e, double f) => Operator("Tm"u8, a, b, c, d, e, f);
    public void TextPosition(double x, double y) => Operator("Tm"u8, 1, 0, 0, 1, x, y);
    public void TextRise(double rise) => Operator("Ts"u8, rise);
    public void TextRendering(int mode) => Operator("Tr"u8, mode);

    /// <summary>Shows glyphs of the current font one after the other at their own widths.</summary>
    public void Show(ReadOnlySpan<ushort> glyphs)
    {
        RequireText(glyphs);
        buffer.Append((byte)'<');
        foreach (var glyph in glyphs) buffer.AppendHex16(glyph);
        buffer.Append("> Tj\n"u8);
    }

    /// <summary>Shows glyphs of the current font, each beginning at its offset in points from the text position.</summary>
    public void Show(ReadOnlySpan<ushort> glyphs, ReadOnlySpan<double> offsets)
    {
        if (glyphs.Length != offsets.Length) throw new ArgumentException("One offset for each glyph.", nameof(offsets));
        var face = RequireText(glyphs);
        buffer.Append((byte)'[');
        var open = false;
        var pen = 0.0;
        for (var i = 0; i < glyphs.Length; i++)
        {
            // ISO 32000-2, 9.4.3: TJ numbers are thousandths of text space, and move the pen back.
            var back = Math.Round((pen - (offsets[i] * 1000 / fontSize)) * 10, MidpointRounding.AwayFromZero) / 10;
            if (Math.Abs(back) >= 0.5)
            {
                if (open) buffer.Append((byte)'>');
                open = false;
                buffer.AppendCoordinate(back);
                pen -= back;
            }
            if (!open) buffer.Append((byte)'<');
            open = true;
            buffer.AppendHex16(glyphs[i]);
            pen += face.Width(glyphs[i]);
        }
        if (open) buffer.Append((byte)'>');
        buffer.Append("] TJ\n"u8);
    }

    // Images and forms

    /// <summary>Paints an image (one unit square) or a form XObject.</summary>
    public void Draw(PdfReference xObject)
    {
        RequireMark();
        Named("Do"u8, "X", xObject, xObjects);
    }

    // Marked content (ISO 32000-2, 14.6 to 14.8)

    /// <summary>Begins content of a structure element, under its marked-content identifier on this page.</summary>
    public void BeginMarked(string role, int identifier, string? actualText = null)
    {
        if (marks > 0) conformance?.Add("ISO 14289-1, 7.1", "Tagged content stands inside an artifact or other tagged content.");
        Begin(role, PdfDictionary.Of(("MCID", identifier), ("ActualText", actualText is null ? null : PdfString.Text(actualText))));
    }

    /// <summary>Begins a stretch inside marked content whose text is not what its glyphs say.</summary>
    public void BeginSpan(string actualText, string? language = null) => Begin("Span", PdfDictionary.Of(
        ("Lang", language is null ? null : PdfString.Text(language)), ("ActualText", PdfString.Text(actualText))));

    /// <summary>Begins content that no reader needs to be told: running heads, rules, backgrounds.</summary>
    public void BeginArtifact(ArtifactKind kind = ArtifactKind.Layout)
    {
        if (marks > 0) conformance?.Add("ISO 14289-1, 7.1", "An artifact stands inside tagged content.");
        Begin("Artifact", PdfDictionary.Of(("Type", new PdfName(kind.ToString()))));
    }

    public void EndMarked()
    {
        if (--marks < 0) throw new InvalidOperationException("EndMarked without a beginning.");
        Operator("EMC"u8);
    }

    private void Begin(string tag, PdfDictionary properties)
    {
        marks++;
        ObjectSyntax.WriteName(buffer, tag);
        buffer.Append((byte)' ');
        ObjectSyntax.Write(buffer, properties);
        buffer.Append(" BDC\n"u8);
    }

    private CompositeFont RequireText(ReadOnlySpan<ushort> glyphs)
    {
        if (!inText || font is null) throw new InvalidOperationException("Glyphs are shown inside a text object, with a font.");
        RequireMark();
        // ISO 19005-3, 6.2.11.8: no reference to .notdef.
        if (glyphs.Contains((ushort)0)) conformance?.Add("ISO 19005-3, 6.2.11.8", "Text shows the glyph .notdef.");
        return font;
    }

    private void RequireMark()
    {
        if (marks == 0) conformance?.Add("ISO 14289-1, 7.1", "Content is neither tagged nor an artifact.");
    }

    private void Paint(ReadOnlySpan<byte> name)
    {
        RequireMark();
        Operator(name);
    }

    private void Named(ReadOnlySpan<byte> name, string prefix, PdfReference reference, SortedDictionary<string, PdfReference> names)
    {
        var resource = prefix + reference.Number;
        names[resource] = reference;
        ObjectSyntax.WriteName(buffer, resource);
        buffer.Append((byte)' ');
        Operator(name);
    }

    private void Operator(ReadOnlySpan<byte> name, params ReadOnlySpan<double> operands)
    {
        foreach (var operand in operands)
        {
            buffer.AppendCoordinate(operand);
            buffer.Append((byte)' ');
        }
        buffer.Append(name);
        buffer.Append((byte)'\n');
    }

    private static PdfDictionary? Named(SortedDictionary<string, PdfReference> names) =>
        names.Count == 0 ? null : PdfDictionary.Of(names.Select(n => KeyValuePair.Create(n.Key, (PdfObject)n.Value)));
}
