namespace Writ.Scripting;

/// <summary>Where control goes after a statement.</summary>
internal enum Flow : byte
{
    Onward,
    Break,
    Continue,
    Return,
}
