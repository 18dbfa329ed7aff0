namespace Writ.Typesetting;

/// <summary>Adobe Technical Note 5176, section 19 (FDSelect): which font dictionary a glyph belongs to; null selects the first for all.</summary>
internal sealed class CffFontSelect
{
    private readonly FontTable table;
    private readonly int format;
    private readonly int ranges;

    private CffFontSelect(FontTable table, int format, int ranges)
    {
        this.table = table;
        this.format = format;
        this.ranges = ranges;
    }

    public static CffFontSelect Read(FontTable table, int glyphCount)
    {
        int format = table.U8(0);
        switch (format)
        {
            case 0:
                table.Slice(1, glyphCount);
                return new CffFontSelect(table, format, 0);
            case 3:
                int ranges = table.U16(1);
                table.Slice(3, ranges * 3 + 2);
                if (ranges == 0 || table.U16(3) != 0)
                    throw table.Wrong(1, "FDSelect does not start at glyph 0");
                for (int i = 0; i < ranges; i++)
                {
                    if (table.U16(3 + i * 3) >= table.U16(6 + i * 3))
                        throw table.Wrong(3 + i * 3, "the ranges of FDSelect do not ascend");
                }
                return new CffFontSelect(table, format, ranges);
            default:
                throw table.Wrong(0, $"FDSelect of format {format}; 0 and 3 are defined");
        }
    }

    public int FontOf(int glyph)
    {
        if (format == 0)
            return table.U8(1 + glyph);
        int low = 0, high = ranges - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (table.U16(3 + middle * 3) <= glyph)
                low = middle;
            else
                high = middle - 1;
        }
        return table.U8(5 + low * 3);
    }
}
