namespace Writ.Sealing;

/// <summary>What became of the sealed bytes, best first; the verdict on a document is the worst over all its seals.</summary>
public enum Integrity
{
    /// <summary>Unchanged, and nothing follows the seal.</summary>
    IntactAndCovers,

    /// <summary>Unchanged; what follows is explained and allowed.</summary>
    IntactWithAllowedLaterChanges,

    /// <summary>The sealed bytes are unchanged, but something followed that no rule allows.</summary>
    DisallowedModification,

    /// <summary>The sealed bytes, the signature or its frame do not hold.</summary>
    Broken,

    /// <summary>There is no filled seal field in any revision.</summary>
    NoSignature,

    /// <summary>The file cannot be read safely.</summary>
    Unparsable,
}
