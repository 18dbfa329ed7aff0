namespace Writ.Scripting;

/// <summary>The whitespace flag of a delimiter.</summary>
internal enum Trim : byte
{
    None,

    /// <summary><c>-</c>: all whitespace, newlines too.</summary>
    All,

    /// <summary><c>~</c>: blanks up to the newline; after the delimiter the newline too.</summary>
    Line,
}
