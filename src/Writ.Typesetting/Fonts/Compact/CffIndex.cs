namespace Writ.Typesetting;

/// <summary>Adobe Technical Note 5176, section 5: an array of byte strings of any length. Offsets are read when an item is wanted.</summary>
internal readonly struct CffIndex
{
    private readonly FontTable offsets;
    private readonly FontTable data;
    private readonly int offsetSize;

    private CffIndex(int count, int offsetSize, FontTable offsets, FontTable data)
    {
        Count = count;
        this.offsetSize = offsetSize;
        this.offsets = offsets;
        this.data = data;
    }

    public int Count { get; }

    /// <param name="at">Where the INDEX starts; afterwards, where it ends.</param>
    public static CffIndex Read(FontTable table, ref int at)
    {
        int count = table.U16(at);
        if (count == 0)
        {
            at += 2;
            return default;
        }
        int offsetSize = table.U8(at + 2);
        if (offsetSize is < 1 or > 4)
            throw table.Wrong(at + 2, $"offsets of {offsetSize} bytes in an INDEX; 1 to 4 are allowed");
        FontTable offsets = table.Part(at + 3, (count + 1) * offsetSize);
        int start = at + 3 + offsets.Length;
        FontTable rest = table.Part(start, table.Length - start);
        long end = Offset(offsets, count, offsetSize) - 1;
        if (end < 0 || end > rest.Length)
            throw table.Wrong(at, "an INDEX ends behind the table's end");
        at = start + (int)end;
        return new CffIndex(count, offsetSize, offsets, rest.Part(0, (int)end));
    }

    public FontTable Item(int index)
    {
        if (index < 0 || index >= Count)
            throw data.Wrong(0, $"item {index} of an INDEX of {Count}");
        long start = Offset(offsets, index, offsetSize) - 1, end = Offset(offsets, index + 1, offsetSize) - 1;
        if (start < 0 || end < start || end > data.Length)
            throw offsets.Wrong(index * offsetSize, $"item {index} of an INDEX lies at {start} to {end}; the data has {data.Length} bytes");
        return data.Part((int)start, (int)(end - start));
    }

    private static long Offset(FontTable offsets, int index, int size)
    {
        long value = 0;
        foreach (byte part in offsets.Slice(index * size, size))
            value = (value << 8) | part;
        return value;
    }
}
