using System.Buffers.Binary;

namespace Writ.Typesetting;

/// <summary>One growing buffer, written big-endian, with patching of what is known only later.</summary>
internal sealed class FontWriter(string table, FontLimits limits, int capacity = 1024)
{
    private byte[] buffer = new byte[capacity];

    public int Length { get; private set; }

    public Span<byte> Written => buffer.AsSpan(0, Length);

    public void U8(int value) => Take(1)[0] = (byte)value;

    public void U16(int value) => BinaryPrimitives.WriteUInt16BigEndian(Take(2), (ushort)value);

    public void U32(uint value) => BinaryPrimitives.WriteUInt32BigEndian(Take(4), value);

    public void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <summary>Room for at least this many bytes at the end; what is used of it counts after <see cref="Advance"/>.</summary>
    public Span<byte> Reserve(int count)
    {
        if (Length + count > buffer.Length)
            Array.Resize(ref buffer, Math.Max(Length + count, buffer.Length * 2));
        return buffer.AsSpan(Length);
    }

    public void Clear() => Length = 0;

    public void Advance(int count) => Take(count);

    public void PadTo(int multiple)
    {
        while (Length % multiple != 0)
            U8(0);
    }

    public void PatchU16(int at, int value) => BinaryPrimitives.WriteUInt16BigEndian(buffer.AsSpan(at, 2), (ushort)value);

    public void PatchU32(int at, uint value) => BinaryPrimitives.WriteUInt32BigEndian(buffer.AsSpan(at, 4), value);

    public ReadOnlyMemory<byte> ToMemory() => buffer.AsMemory(0, Length);

    private Span<byte> Take(int count)
    {
        int end = Length + count;
        if (end > limits.SubsetBytes)
            throw new FontFormatException(table, Length, $"what is written grows over {limits.SubsetBytes} bytes");
        if (end > buffer.Length)
            Array.Resize(ref buffer, Math.Max(end, buffer.Length * 2));
        Span<byte> taken = buffer.AsSpan(Length, count);
        Length = end;
        return taken;
    }
}
