namespace Writ.Typesetting;

/// <summary>Whether a line may end before a character.</summary>
internal enum BreakPower : byte
{
    Never,

    /// <summary>Only when the line would otherwise be left far too short (inside a long 文号 or a date, behind a slash).</summary>
    Reluctantly,

    Freely,

    /// <summary>Must: a br stands here.</summary>
    Always,
}
