namespace Writ.Typesetting;

/// <summary>'post': the slant, counter-clockwise degrees, and whether all advances are equal.</summary>
internal sealed record PostTable(double ItalicAngle, bool IsFixedPitch)
{
    // 16.16 fixed point.
    public static PostTable Read(FontTable table) => new(unchecked((int)table.U32(4)) / 65536.0, table.U32(12) != 0);
}
