using System.Collections.Immutable;
using Writ.Typesetting;

namespace Writ.Documents.Rendering;

/// <summary>
/// The styles of a pack, parsed. A form keeps the ordinary look of an official document as long as its text fits the pages of its model;
/// a longer text is set tighter, and one that no tighter look holds takes the pages it needs in the ordinary one.
/// </summary>
internal sealed class Look
{
    private readonly StyleSheet _ordinary;
    private readonly ImmutableArray<StyleSheet> _tighter;
    private readonly int _pages;

    private Look(StyleSheet ordinary, ImmutableArray<StyleSheet> tighter, int pages)
    {
        _ordinary = ordinary;
        _tighter = tighter;
        _pages = pages;
    }

    /// <exception cref="StyleSheetException">A style sheet is wrong.</exception>
    public static Look Of(Pack pack)
    {
        var ordinary = StyleSheet.Combine(pack.StyleSheets.Select(StyleSheet.Parse));
        return new Look(ordinary, [.. pack.TighterSheets.Select(text => ordinary.And(StyleSheet.Parse(text)))], pack.ModelPages ?? 0);
    }

    public LayoutResult Lay(Manuscript manuscript, FontLibrary fonts, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> images, LayoutLimits limits)
    {
        var ordinary = Typesetter.Lay(manuscript, _ordinary, fonts, images, limits);
        // No look halves a text: one that is longer is not tried.
        if (ordinary.Layout is not { } layout || layout.Pages.Length <= _pages || layout.Pages.Length > 2 * _pages) return ordinary;
        foreach (var sheet in _tighter)
            if (Typesetter.Lay(manuscript, sheet, fonts, images, limits) is { Layout.Pages.Length: var pages } tighter && pages <= _pages) return tighter;
        return ordinary;
    }
}
