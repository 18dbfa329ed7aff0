namespace Writ.Documents;

/// <summary>Whether the first revision comes out again, byte for byte, from the case data it carries.</summary>
public enum Reproduction
{
    Yes,

    No,

    /// <summary>This pack, in this version and with these files, or this profile, is not here: nothing is said.</summary>
    PackUnknown,
}
