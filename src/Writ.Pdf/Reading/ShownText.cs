using System.Buffers.Binary;
using System.Text;

namespace Writ.Pdf;

/// <summary>The text a content stream shows, in the order in which it is drawn: glyphs by their fonts' /ToUnicode, stretches with /ActualText by that (ISO 32000-2, 9.10 and 14.9.4).</summary>
public static class ShownText
{
    private const int MaxOperators = 100_000, MaxNodes = 100_000;

    /// <summary>Null when a font does not say what its glyphs mean.</summary>
    /// <param name="form">A form XObject with /Resources of its own.</param>
    /// <exception cref="PdfFormatException">The stream cannot be read.</exception>
    public static string? Of(Revision view, PdfStream form) => Of(view, form.Dictionary, view.Decode(form).Span);

    /// <summary>The text a page shows itself, without that of its annotations. Null when a font does not say what its glyphs mean, and where the page is not written as ours are: in one stream, with resources of its own.</summary>
    /// <param name="number">From 1.</param>
    /// <exception cref="PdfFormatException">The page cannot be read.</exception>
    public static string? OfPage(Revision view, int number)
    {
        var (left, steps) = (number, 0);
        return Page(view, view.Resolve(view.Catalog["Pages"]), ref left, ref steps, 0) is { } page && page.Has("Resources") && view.Resolve(page["Contents"]) is PdfStream content
            ? Of(view, page, view.Decode(content).Span)
            : null;
    }

    // 7.7.3: leaves are pages, in the order of reading.
    private static PdfDictionary? Page(Revision view, PdfObject node, ref int left, ref int steps, int depth)
    {
        if (depth > view.File.Limits.Depth || ++steps > MaxNodes || node is not PdfDictionary dictionary) return null;
        if (view.Resolve(dictionary["Kids"]) is not PdfArray kids) return --left == 0 ? dictionary : null;
        foreach (var kid in kids)
            if (Page(view, view.Resolve(kid), ref left, ref steps, depth + 1) is { } page) return page;
            else if (left <= 0) return null;
        return null;
    }

    private static string? Of(Revision view, PdfDictionary owner, ReadOnlySpan<byte> content)
    {
        var fonts = view.Resolve(owner["Resources"]) is PdfDictionary resources ? view.Find<PdfDictionary>(resources, "Font") : null;
        var reading = new Reading(view, fonts);
        var lexer = new Lexer(content, 0);
        for (var operators = 0; operators < MaxOperators;)
        {
            var token = lexer.Next();
            if (token.Kind == TokenKind.End) return reading.Text;
            if (token.Kind != TokenKind.Keyword)
            {
                reading.Operand(token, content[token.Start..token.End]);
                continue;
            }
            operators++;
            if (!reading.Operator(Encoding.ASCII.GetString(content[token.Start..token.End]))) return null;
        }
        throw new PdfFormatException(-1, "PdfLimits.Objects", "The content stream has too many operators");
    }

    private sealed class Reading(Revision view, PdfDictionary? fonts)
    {
        private readonly StringBuilder text = new();
        private readonly List<byte[]> strings = [];
        private readonly Stack<bool> marks = new();
        private readonly Dictionary<string, Dictionary<ushort, string>?> maps = new(StringComparer.Ordinal);
        private string name = "", actual = "";
        private bool hasActual;
        private int told;
        private Dictionary<ushort, string>? map;

        public string Text => text.ToString();

        public void Operand(Token token, ReadOnlySpan<byte> bytes)
        {
            switch (token.Kind)
            {
                case TokenKind.Name:
                    name = Encoding.Latin1.GetString(bytes[1..]);
                    break;
                case TokenKind.LiteralString or TokenKind.HexadecimalString:
                    var value = token.Kind == TokenKind.LiteralString ? StringReading.Literal(bytes) : StringReading.Hexadecimal(bytes, token.Start);
                    if (name == "ActualText") (actual, hasActual) = (new PdfString(value).ToText(), true);
                    else strings.Add(value);
                    break;
            }
        }

        /// <summary>False when what is shown has no meaning that could be read.</summary>
        public bool Operator(string word)
        {
            var readable = true;
            switch (word)
            {
                case "Tf": map = Map(name); break;
                case "Tj" or "TJ" or "'" or "\"": readable = Show(); break;
                case "BDC" or "BMC": Begin(); break;
                case "EMC" when marks.TryPop(out var spoken) && spoken: told--; break;
            }
            strings.Clear();
            (name, actual, hasActual) = ("", "", false);
            return readable;
        }

        private void Begin()
        {
            if (hasActual && told == 0) text.Append(actual);
            marks.Push(hasActual);
            if (hasActual) told++;
        }

        private bool Show()
        {
            if (told > 0) return true;
            if (map is null) return strings.TrueForAll(s => s.Length == 0);
            foreach (var value in strings)
                for (var i = 0; i + 1 < value.Length; i += 2)
                    if (map.TryGetValue(BinaryPrimitives.ReadUInt16BigEndian(value.AsSpan(i)), out var meaning)) text.Append(meaning);
                    else return false;
            return true;
        }

        private Dictionary<ushort, string>? Map(string font)
        {
            if (maps.TryGetValue(font, out var known)) return known;
            return maps[font] = fonts is not null && view.Resolve(fonts[font]) is PdfDictionary face && face.Name("Subtype") == "Type0" && view.Resolve(face["ToUnicode"]) is PdfStream cmap
                ? Characters(view.Decode(cmap).Span)
                : null;
        }

        // 9.10.3: single characters only, as our own fonts are written; a range leaves its glyphs without a meaning.
        private static Dictionary<ushort, string> Characters(ReadOnlySpan<byte> cmap)
        {
            var map = new Dictionary<ushort, string>();
            var lexer = new Lexer(cmap, 0);
            var within = false;
            ushort? glyph = null;
            for (var token = lexer.Next(); token.Kind != TokenKind.End; token = lexer.Next())
            {
                if (token.Kind == TokenKind.Keyword) (within, glyph) = (lexer.Is(token, "beginbfchar"u8), null);
                if (!within || token.Kind != TokenKind.HexadecimalString) continue;
                var value = StringReading.Hexadecimal(cmap[token.Start..token.End], token.Start);
                if (glyph is not { } code)
                {
                    glyph = value.Length == 2 ? BinaryPrimitives.ReadUInt16BigEndian(value) : (ushort)0;
                    continue;
                }
                map[code] = Encoding.BigEndianUnicode.GetString(value);
                glyph = null;
            }
            return map;
        }
    }
}
