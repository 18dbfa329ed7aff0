namespace Writ.Typesetting;

/// <summary>Gathers the items of an INDEX (Adobe Technical Note 5176, section 5), then writes count, offsets and items.</summary>
internal sealed class CffIndexWriter(FontLimits limits, int capacity = 256)
{
    private readonly List<int> ends = [];

    /// <summary>The items' bytes, one after the other.</summary>
    public FontWriter Content { get; } = new("CFF ", limits, capacity);

    public void Item(ReadOnlySpan<byte> item)
    {
        Content.Bytes(item);
        EndItem();
    }

    /// <summary>What was written to <see cref="Content"/> since the last item is one.</summary>
    public void EndItem() => ends.Add(Content.Length);

    public void WriteTo(FontWriter file)
    {
        file.U16(ends.Count);
        if (ends.Count == 0)
            return;
        int last = Content.Length + 1;
        int size = last <= 0xFF ? 1 : last <= 0xFFFF ? 2 : last <= 0xFF_FFFF ? 3 : 4;
        file.U8(size);
        Offset(file, 1, size);
        foreach (int end in ends)
            Offset(file, end + 1, size);
        file.Bytes(Content.Written);
    }

    private static void Offset(FontWriter file, int value, int size)
    {
        for (int shift = (size - 1) * 8; shift >= 0; shift -= 8)
            file.U8((value >> shift) & 0xFF);
    }
}
