namespace Writ.Documents;

/// <summary>What happens to a value of a privacy class.</summary>
internal enum Treatment
{
    Keep,

    /// <summary>Painted over, character by character, so that the layout stays.</summary>
    Mask,

    /// <summary>Left out where the form allows it, else masked.</summary>
    Drop,
}
