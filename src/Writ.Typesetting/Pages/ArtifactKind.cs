namespace Writ.Typesetting;

/// <summary>Why an item stands outside the tag tree. ISO 32000-2, 14.8.2.2.</summary>
public enum ArtifactKind
{
    /// <summary>Real content: <see cref="LayoutItem.Tag"/> names its node.</summary>
    None,

    /// <summary>Running heads, feet, repeated table headers.</summary>
    Pagination,

    /// <summary>Rules, borders, underlines and the like.</summary>
    Layout,
}
