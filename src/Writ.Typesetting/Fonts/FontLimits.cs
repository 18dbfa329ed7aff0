namespace Writ.Typesetting;

/// <summary>How much a font may ask for. A breach is a <see cref="FontFormatException"/>, never a hang or a crash.</summary>
public sealed record FontLimits
{
    public static FontLimits Default { get; } = new();

    /// <summary>Bytes of the whole file.</summary>
    public int FileBytes { get; init; } = 256 << 20;

    /// <summary>Faces in one collection.</summary>
    public int Faces { get; init; } = 256;

    /// <summary>Tables of one face.</summary>
    public int Tables { get; init; } = 128;

    /// <summary>Composite glyphs inside composite glyphs.</summary>
    public int CompositeDepth { get; init; } = 8;

    /// <summary>Components drawn for one glyph, all depths together.</summary>
    public int CompositeParts { get; init; } = 512;

    /// <summary>Points of one TrueType glyph, components included.</summary>
    public int GlyphPoints { get; init; } = 100_000;

    /// <summary>Charstring subroutine calls inside each other; Adobe Technical Note 5177, appendix B says 10.</summary>
    public int SubroutineDepth { get; init; } = 10;

    /// <summary>Operators and operands of one charstring, subroutines included.</summary>
    public int CharstringSteps { get; init; } = 200_000;

    /// <summary>Bytes of one charstring once its subroutines are written out.</summary>
    public int CharstringBytes { get; init; } = 1 << 20;

    /// <summary>Flattened charstrings a face keeps for the next subset, and the longest that is kept.</summary>
    public int KeptCharstrings { get; init; } = 8192;

    public int KeptCharstringBytes { get; init; } = 4096;

    /// <summary>Entries of one compact-font dictionary.</summary>
    public int DictionaryEntries { get; init; } = 256;

    /// <summary>Bytes of one subset.</summary>
    public int SubsetBytes { get; init; } = 64 << 20;
}
