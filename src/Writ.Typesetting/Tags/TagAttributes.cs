namespace Writ.Typesetting;

/// <summary>What a tag node says beyond its role. Null or default means not said.</summary>
public sealed record TagAttributes
{
    public static readonly TagAttributes Empty = new();

    public HeaderScope Scope { get; init; }

    public int ColumnSpan { get; init; } = 1;

    public int RowSpan { get; init; } = 1;

    /// <summary>Alternate description of a Figure or Form.</summary>
    public string? Alternate { get; init; }

    /// <summary>Replacement text where glyphs or vectors differ from what is meant.</summary>
    public string? ActualText { get; init; }

    public string? Language { get; init; }

    /// <summary>Human title of a Sect (/T).</summary>
    public string? Title { get; init; }

    /// <summary>List numbering as ISO 32000-1, table 347 names it: Decimal, Disc, …</summary>
    public string? ListNumbering { get; init; }
}
