namespace Writ.Pdf;

/// <summary>The three character classes of ISO 32000-2, 7.2.3.</summary>
internal static class Characters
{
    private const byte White = 1, Delimiter = 2;

    private static readonly byte[] Classes = MakeClasses();

    public static bool IsWhite(byte value) => Classes[value] == White;
    public static bool IsDelimiter(byte value) => Classes[value] == Delimiter;
    public static bool IsRegular(byte value) => Classes[value] == 0;
    public static bool IsDigit(byte value) => value is >= (byte)'0' and <= (byte)'9';
    public static bool IsEndOfLine(byte value) => value is (byte)'\r' or (byte)'\n';

    public static int HexValue(byte value) => value switch
    {
        >= (byte)'0' and <= (byte)'9' => value - '0',
        >= (byte)'A' and <= (byte)'F' => value - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => value - 'a' + 10,
        _ => -1,
    };

    private static byte[] MakeClasses()
    {
        var classes = new byte[256];
        foreach (var white in "\0\t\n\f\r "u8) classes[white] = White;
        foreach (var delimiter in "()<>[]{}/%"u8) classes[delimiter] = Delimiter;
        return classes;
    }
}
