namespace Writ.Typesetting;

/// <summary>'hmtx': advance and left side bearing of each glyph; glyphs past the full records share the last advance.</summary>
internal sealed class HmtxTable
{
    private readonly ushort[] advances;
    private readonly FontTable table;

    private HmtxTable(FontTable table, ushort[] advances)
    {
        this.table = table;
        this.advances = advances;
    }

    public static HmtxTable Read(FontTable table, HheaTable hhea, MaxpTable maxp)
    {
        int full = Math.Min(hhea.FullMetrics, maxp.GlyphCount);
        if (full == 0)
            throw new FontFormatException("hhea", 34, "no glyph has an advance");
        var advances = new ushort[full];
        ReadOnlySpan<byte> records = table.Slice(0, full * 4);
        for (int i = 0; i < full; i++)
            advances[i] = (ushort)((records[i * 4] << 8) | records[i * 4 + 1]);
        return new HmtxTable(table, advances);
    }

    public int Advance(int glyph) => advances[Math.Min(glyph, advances.Length - 1)];

    /// <summary>0 where the table stops early, as many fonts let it.</summary>
    public short LeftBearing(int glyph)
    {
        int at = glyph < advances.Length ? glyph * 4 + 2 : advances.Length * 4 + (glyph - advances.Length) * 2;
        return at + 2 <= table.Length ? table.I16(at) : (short)0;
    }
}
