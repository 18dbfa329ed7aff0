namespace Writ.Pdf;

/// <summary>The checksum of PNG chunks (ISO/IEC 15948, annex D): finds damage, protects nothing.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = MakeTable();

    public static uint Of(ReadOnlySpan<byte> data)
    {
        var register = uint.MaxValue;
        foreach (var value in data) register = Table[unchecked((byte)register) ^ value] ^ (register >> 8);
        return ~register;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++) value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
            table[i] = value;
        }
        return table;
    }
}
