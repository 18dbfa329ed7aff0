namespace Writ.Sealing;

/// <summary>What happened to a document after a seal.</summary>
public enum LaterChanges
{
    None,

    /// <summary>Something followed; all of it is explained and allowed.</summary>
    Permitted,

    Disallowed,
}
