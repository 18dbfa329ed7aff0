using System.Buffers.Binary;

namespace Writ.Typesetting;

/// <summary>Adobe Technical Note 5177, section 3.2: a charstring's numbers, whole (1 to 3 bytes) or 16.16 fixed (5 bytes); here always in 1/65536.</summary>
internal static class CharstringNumber
{
    public const int Longest = 5;

    public static bool Starts(byte first) => first is 28 or >= 32;

    public static int LengthOf(byte first) => first switch { 28 => 3, 255 => 5, >= 247 => 2, _ => 1 };

    /// <param name="bytes">At least as many as <see cref="LengthOf"/> says of the first.</param>
    public static long Read(ReadOnlySpan<byte> bytes)
    {
        int first = bytes[0];
        return first switch
        {
            28 => BinaryPrimitives.ReadInt16BigEndian(bytes[1..]) * 65536L,
            255 => BinaryPrimitives.ReadInt32BigEndian(bytes[1..]),
            <= 246 => (first - 139) * 65536L,
            <= 250 => ((first - 247) * 256 + bytes[1] + 108) * 65536L,
            _ => (-(first - 251) * 256 - bytes[1] - 108) * 65536L,
        };
    }

    /// <summary>Writes the shortest form.</summary>
    /// <returns>How many bytes were written; at most <see cref="Longest"/>.</returns>
    public static int Write(Span<byte> bytes, long value)
    {
        if ((value & 0xFFFF) != 0)
        {
            bytes[0] = 255;
            BinaryPrimitives.WriteInt32BigEndian(bytes[1..], (int)value);
            return 5;
        }
        int whole = (int)(value >> 16);
        switch (whole)
        {
            case >= -107 and <= 107:
                bytes[0] = (byte)(whole + 139);
                return 1;
            case >= 108 and <= 1131:
                bytes[0] = (byte)(247 + ((whole - 108) >> 8));
                bytes[1] = (byte)((whole - 108) & 0xFF);
                return 2;
            case >= -1131 and <= -108:
                bytes[0] = (byte)(251 + ((-whole - 108) >> 8));
                bytes[1] = (byte)((-whole - 108) & 0xFF);
                return 2;
            default:
                bytes[0] = 28;
                BinaryPrimitives.WriteInt16BigEndian(bytes[1..], (short)whole);
                return 3;
        }
    }

    public static void Write(FontWriter writer, long value) => writer.Advance(Write(writer.Reserve(Longest), value));
}
