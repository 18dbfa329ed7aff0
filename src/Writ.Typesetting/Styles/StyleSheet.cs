using System.Collections.Immutable;

namespace Writ.Typesetting;

/// <summary>Rules of the closed CSS subset, in order. Immutable; parsed once and shared.</summary>
public sealed class StyleSheet
{
    private static readonly Lazy<StyleSheet> standard = new(() => Parse(DefaultStyles.Text));

    internal StyleSheet(ImmutableArray<StyleRule> rules, PageStyle? page)
    {
        Rules = rules;
        Page = page;
    }

    /// <summary>The look of a decision after GB/T 9704: every other sheet is added to this one.</summary>
    public static StyleSheet Default => standard.Value;

    internal ImmutableArray<StyleRule> Rules { get; }

    internal PageStyle? Page { get; }

    /// <exception cref="StyleSheetException">An unknown selector, property or value, with line and column.</exception>
    public static StyleSheet Parse(string css)
    {
        ArgumentNullException.ThrowIfNull(css);
        return new StyleSheetReader(css).ReadSheet();
    }

    /// <summary>This sheet with a later one laid over it.</summary>
    public StyleSheet And(StyleSheet later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return new StyleSheet(Rules.AddRange(later.Rules), later.Page ?? Page);
    }

    /// <summary><see cref="Default"/> with these sheets laid over it in order.</summary>
    public static StyleSheet Combine(IEnumerable<StyleSheet> sheets)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        return sheets.Aggregate(Default, (below, above) => below.And(above));
    }
}
