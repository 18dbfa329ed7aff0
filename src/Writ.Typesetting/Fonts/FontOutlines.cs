namespace Writ.Typesetting;

/// <summary>How a face describes its outlines.</summary>
public enum FontOutlines
{
    /// <summary>Quadratic curves in the 'glyf' table.</summary>
    TrueType,

    /// <summary>Type 2 charstrings in the 'CFF ' table.</summary>
    Compact,
}
