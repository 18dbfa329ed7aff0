namespace Writ.Typesetting;

/// <summary>'loca': where each glyph's description lies in 'glyf'; equal neighbours mean a blank.</summary>
internal sealed class LocaTable(FontTable table, bool longOffsets)
{
    public (int Start, int Length) Place(int glyph, int glyfLength)
    {
        int at = longOffsets ? glyph * 4 : glyph * 2;
        long start = longOffsets ? table.U32(at) : table.U16(at) * 2L;
        long end = longOffsets ? table.U32(at + 4) : table.U16(at + 2) * 2L;
        if (end < start || end > glyfLength)
            throw table.Wrong(at, $"glyph {glyph} lies at {start} to {end}; 'glyf' has {glyfLength} bytes");
        return ((int)start, (int)(end - start));
    }
}
