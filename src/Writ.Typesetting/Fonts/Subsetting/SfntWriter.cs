using System.Buffers.Binary;
using System.Numerics;

namespace Writ.Typesetting;

/// <summary>Puts tables into one TrueType file: directory in tag order, tables at multiples of four, checksums.</summary>
internal sealed class SfntWriter(FontLimits limits)
{
    private const uint ChecksumOfWhole = 0xB1B0_AFBA;
    private const int AdjustmentInHead = 8;
    private readonly SortedDictionary<string, ReadOnlyMemory<byte>> tables = new(StringComparer.Ordinal);

    public void Add(string tag, ReadOnlyMemory<byte> table) => tables.Add(tag, table);

    public ReadOnlyMemory<byte> Write()
    {
        var file = new FontWriter("file", limits, 12 + tables.Sum(table => 16 + table.Value.Length + 3));
        int entrySelector = BitOperations.Log2((uint)tables.Count), searchRange = 16 << entrySelector;
        file.U32(0x0001_0000);
        file.U16(tables.Count);
        file.U16(searchRange);
        file.U16(entrySelector);
        file.U16(tables.Count * 16 - searchRange);

        int at = 12 + tables.Count * 16;
        foreach ((string tag, ReadOnlyMemory<byte> table) in tables)
        {
            foreach (char letter in tag)
                file.U8(letter);
            file.U32(Checksum(table.Span, tag == "head"));
            file.U32((uint)at);
            file.U32((uint)table.Length);
            at += (table.Length + 3) / 4 * 4;
        }
        int head = 0;
        foreach ((string tag, ReadOnlyMemory<byte> table) in tables)
        {
            if (tag == "head")
                head = file.Length;
            file.Bytes(table.Span);
            file.PadTo(4);
        }
        file.PatchU32(head + AdjustmentInHead, 0);
        file.PatchU32(head + AdjustmentInHead, unchecked(ChecksumOfWhole - Checksum(file.Written, isHead: false)));
        return file.ToMemory();
    }

    // OpenType 1.9, "Calculating Checksums": the sum of 32-bit words; in 'head' the adjustment itself counts as 0.
    private static uint Checksum(ReadOnlySpan<byte> bytes, bool isHead)
    {
        uint sum = 0;
        int whole = bytes.Length / 4 * 4;
        for (int i = 0; i < whole; i += 4)
        {
            if (!isHead || i != AdjustmentInHead)
                sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(bytes[i..]));
        }
        Span<byte> rest = stackalloc byte[4];
        rest.Clear();
        bytes[whole..].CopyTo(rest);
        return unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(rest));
    }
}
