namespace Writ.Typesetting;

/// <summary>
/// 'cmap': character → glyph, read once into pages of 256 characters, so that a look-up is two array reads. Of the subtables the
/// one that reaches furthest is taken: full Unicode (formats 12, 13), then the basic plane (4, 6, 0). Format 14 (variation
/// sequences) and the tables of other encodings are passed over.
/// </summary>
internal sealed class CmapTable
{
    private const int CodePoints = 0x11_0000;
    private readonly ushort[]?[] pages = new ushort[CodePoints >> 8][];
    private readonly int glyphCount;

    private CmapTable(int glyphCount) => this.glyphCount = glyphCount;

    /// <summary>0 when the face has no such character.</summary>
    public ushort Glyph(int codePoint)
    {
        if (codePoint is < 0 or >= CodePoints)
            return 0;
        ushort[]? page = pages[codePoint >> 8];
        return page is null ? (ushort)0 : page[codePoint & 0xFF];
    }

    public static CmapTable Read(FontTable table, MaxpTable maxp)
    {
        int best = 0, bestRank = 0;
        int count = table.U16(2);
        for (int i = 0; i < count; i++)
        {
            int record = 4 + i * 8;
            int offset = table.Size(record + 4);
            int rank = Rank(table.U16(record), table.U16(record + 2), table.U16(offset));
            if (rank > bestRank)
                (best, bestRank) = (offset, rank);
        }
        if (bestRank == 0)
            throw table.Wrong(2, "no Unicode character map in a format that is read (0, 4, 6, 12, 13)");
        var map = new CmapTable(maxp.GlyphCount);
        FontTable subtable = table.Part(best, table.Length - best);
        switch (subtable.U16(0))
        {
            case 0: map.AddBytes(subtable); break;
            case 4: map.AddSegments(subtable); break;
            case 6: map.AddArray(subtable); break;
            case 12: map.AddGroups(subtable, sameGlyph: false); break;
            default: map.AddGroups(subtable, sameGlyph: true); break;
        }
        return map;
    }

    // Platform 0 is Unicode (encoding 5 holds variation sequences), platform 3 is Windows: encoding 1 basic plane, 10 all planes.
    private static int Rank(int platform, int encoding, int format)
    {
        bool unicode = platform == 0 && encoding != 5 || platform == 3 && encoding is 1 or 10;
        if (!unicode)
            return 0;
        return format switch { 12 => 5, 13 => 4, 4 => 3, 6 => 2, 0 => 1, _ => 0 };
    }

    private void Add(int codePoint, int glyph)
    {
        // A glyph the face does not have counts as a character it does not have.
        if (glyph <= 0 || glyph >= glyphCount)
            return;
        ushort[] page = pages[codePoint >> 8] ??= new ushort[256];
        page[codePoint & 0xFF] = (ushort)glyph;
    }

    private void AddBytes(FontTable table)
    {
        for (int code = 0; code < 256; code++)
            Add(code, table.U8(6 + code));
    }

    private void AddArray(FontTable table)
    {
        int first = table.U16(6), count = table.U16(8);
        for (int i = 0; i < count && first + i <= 0xFFFF; i++)
            Add(first + i, table.U16(10 + i * 2));
    }

    // OpenType 1.9, cmap, format 4. Segments must ascend, which also bounds the work to one visit a character.
    private void AddSegments(FontTable table)
    {
        int segments = table.U16(6) / 2;
        int ends = 14, starts = 16 + segments * 2, deltas = starts + segments * 2, ranges = deltas + segments * 2;
        int next = 0;
        for (int s = 0; s < segments; s++)
        {
            int end = table.U16(ends + s * 2), start = table.U16(starts + s * 2);
            int delta = table.U16(deltas + s * 2), range = table.U16(ranges + s * 2);
            if (start < next || start > end)
                throw table.Wrong(starts + s * 2, $"segment {s} (0x{start:X4} to 0x{end:X4}) does not follow the one before");
            next = end + 1;
            for (int code = start; code <= end && code != 0xFFFF; code++)
                Add(code, SegmentGlyph(table, ranges + s * 2, range, code - start, code, delta));
        }
    }

    private static int SegmentGlyph(FontTable table, int rangeAt, int range, int place, int code, int delta)
    {
        // 0xFFFF marks an unused segment in some old fonts.
        if (range == 0xFFFF)
            return 0;
        if (range == 0)
            return (code + delta) & 0xFFFF;
        int glyph = table.U16(rangeAt + range + place * 2);
        return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
    }

    // Formats 12 and 13 differ in one point: 13 maps a whole group to one glyph.
    private void AddGroups(FontTable table, bool sameGlyph)
    {
        int groups = table.Size(12);
        long next = 0;
        for (int g = 0; g < groups; g++)
        {
            int at = 16 + g * 12;
            long start = table.U32(at), end = table.U32(at + 4), glyph = table.U32(at + 8);
            if (start < next || start > end || end >= CodePoints)
                throw table.Wrong(at, $"group {g} (0x{start:X} to 0x{end:X}) does not follow the one before");
            next = end + 1;
            for (long code = start; code <= end; code++)
            {
                long each = sameGlyph ? glyph : glyph + (code - start);
                if (each >= glyphCount)
                    break;
                Add((int)code, (int)each);
            }
        }
    }
}
