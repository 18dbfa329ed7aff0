using System.Globalization;

namespace Writ.Pdf;

/// <summary>The CMap from glyphs to text (ISO 32000-2, 9.10.3).</summary>
internal static class ToUnicodeMap
{
    // A CMap section holds at most 100 entries (Adobe Technical Note 5014).
    private const int SectionSize = 100;

    public static ReadOnlySpan<byte> Write(string?[] texts)
    {
        var map = new PdfBuffer(1024);
        map.Append("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"u8);
        map.Append("/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"u8);
        map.Append("/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"u8);
        var glyphs = new List<int>();
        for (var glyph = 0; glyph < texts.Length; glyph++)
            if (texts[glyph] is not null) glyphs.Add(glyph);
        foreach (var section in glyphs.Chunk(SectionSize))
        {
            map.Append(section.Length.ToString(CultureInfo.InvariantCulture));
            map.Append(" beginbfchar\n"u8);
            foreach (var glyph in section)
            {
                map.Append((byte)'<');
                map.AppendHex16(glyph);
                map.Append("> <"u8);
                // UTF-16BE: surrogate pairs and clusters of several characters are simply longer.
                foreach (var unit in texts[glyph]!) map.AppendHex16(unit);
                map.Append(">\n"u8);
            }
            map.Append("endbfchar\n"u8);
        }
        map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"u8);
        return map.Written;
    }
}
