namespace Writ.Typesetting;

/// <summary>'head': units per em, the box around all glyphs, and whether 'loca' is short or long.</summary>
internal sealed record HeadTable(int UnitsPerEm, FontBounds Bounds, bool LongOffsets)
{
    public static HeadTable Read(FontTable table)
    {
        int unitsPerEm = table.U16(18);
        if (unitsPerEm is < 16 or > 16384)
            throw table.Wrong(18, $"{unitsPerEm} units per em; 16 to 16384 are allowed");
        int format = table.I16(50);
        if (format is not (0 or 1))
            throw table.Wrong(50, $"indexToLocFormat is {format}");
        return new HeadTable(unitsPerEm, new FontBounds(table.I16(36), table.I16(38), table.I16(40), table.I16(42)), format == 1);
    }
}
