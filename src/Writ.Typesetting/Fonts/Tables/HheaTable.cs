namespace Writ.Typesetting;

/// <summary>'hhea': the line's ascent and descent, and how many full records 'hmtx' has.</summary>
internal sealed record HheaTable(int Ascender, int Descender, int FullMetrics)
{
    public static HheaTable Read(FontTable table) => new(table.I16(4), table.I16(6), table.U16(34));
}
