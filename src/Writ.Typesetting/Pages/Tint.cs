namespace Writ.Typesetting;

/// <summary>A colour in sRGB, one byte a channel.</summary>
public readonly record struct Tint(byte Red, byte Green, byte Blue)
{
    public static readonly Tint Black = new(0, 0, 0);

    /// <summary>The red of 发文机关标志 and of seals.</summary>
    public static readonly Tint SealRed = new(0xE0, 0x1B, 0x1B);

    public static readonly Tint Gray = new(0x80, 0x80, 0x80);

    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");
}
