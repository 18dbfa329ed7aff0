namespace Writ.Typesetting;

/// <summary>Adobe Technical Note 5177, section 3.2: a charstring's numbers, whole (1 to 3 bytes) or 16.16 fixed (5 bytes); here always in 1/65536.</summary>
internal static class CharstringNumber
{
    public static bool Starts(byte first) => first is 28 or >= 32;

    public static long Read(FontTable program, ref int at)
    {
        int first = program.U8(at);
        switch (first)
        {
            case 28:
                at += 3;
                return program.I16(at - 2) * 65536L;
            case 255:
                at += 5;
                return unchecked((int)program.U32(at - 4));
            case <= 246:
                at++;
                return (first - 139) * 65536L;
            case <= 250:
                at += 2;
                return ((first - 247) * 256 + program.U8(at - 1) + 108) * 65536L;
            default:
                at += 2;
                return (-(first - 251) * 256 - program.U8(at - 1) - 108) * 65536L;
        }
    }

    public static void Write(FontWriter writer, long value)
    {
        if ((value & 0xFFFF) != 0)
        {
            writer.U8(255);
            writer.U32(unchecked((uint)value));
            return;
        }
        int whole = (int)(value >> 16);
        switch (whole)
        {
            case >= -107 and <= 107:
                writer.U8(whole + 139);
                break;
            case >= 108 and <= 1131:
                writer.U8(247 + ((whole - 108) >> 8));
                writer.U8((whole - 108) & 0xFF);
                break;
            case >= -1131 and <= -108:
                writer.U8(251 + ((-whole - 108) >> 8));
                writer.U8((-whole - 108) & 0xFF);
                break;
            default:
                writer.U8(28);
                writer.U16(whole & 0xFFFF);
                break;
        }
    }
}
