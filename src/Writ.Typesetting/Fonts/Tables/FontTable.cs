using System.Buffers.Binary;

namespace Writ.Typesetting;

/// <summary>
/// One table's bytes, read big-endian at offsets from the table's start. Every read is checked: what lies outside is a
/// <see cref="FontFormatException"/> naming table and offset. A part of a table still tells its offsets from the whole's start.
/// </summary>
internal readonly struct FontTable(string tag, ReadOnlyMemory<byte> bytes, int origin = 0)
{
    public string Tag { get; } = tag;

    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    public int Length => Bytes.Length;

    public byte U8(int at) => Slice(at, 1)[0];

    public ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(Slice(at, 2));

    public short I16(int at) => BinaryPrimitives.ReadInt16BigEndian(Slice(at, 2));

    public uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(Slice(at, 4));

    /// <summary>A 32-bit offset or count that must fit the table's own length, so that arithmetic on it cannot overflow.</summary>
    public int Size(int at)
    {
        uint value = U32(at);
        return value <= (uint)Length ? (int)value : throw Wrong(at, $"{value} is more than the table's {Length} bytes");
    }

    public string FourLetters(int at) => string.Create(4, Slice(at, 4).ToArray(), static (letters, bytes) =>
    {
        for (int i = 0; i < letters.Length; i++)
            letters[i] = bytes[i] is >= 0x20 and < 0x7F ? (char)bytes[i] : '?';
    });

    public ReadOnlySpan<byte> Slice(int at, int length)
    {
        if (at < 0 || length < 0 || (long)at + length > Bytes.Length)
            throw Wrong(at, $"{length} bytes wanted, the table has {Bytes.Length}");
        return Bytes.Span.Slice(at, length);
    }

    public FontTable Part(int at, int length)
    {
        Slice(at, length);
        return new FontTable(Tag, Bytes.Slice(at, length), origin + at);
    }

    public FontFormatException Wrong(long at, string message) => new(Tag, origin + at, message);
}
