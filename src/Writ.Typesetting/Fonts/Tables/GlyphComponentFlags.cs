namespace Writ.Typesetting;

/// <summary>OpenType 1.9, glyf, "Component glyph flags".</summary>
[Flags]
internal enum GlyphComponentFlags
{
    ArgumentsAreWords = 0x0001,

    /// <summary>Otherwise the arguments are a point of the composite and a point of the component that must meet.</summary>
    ArgumentsAreOffsets = 0x0002,
    Scaled = 0x0008,
    MoreComponents = 0x0020,
    ScaledXAndY = 0x0040,
    Transformed = 0x0080,
    ScaledOffset = 0x0800,
}
