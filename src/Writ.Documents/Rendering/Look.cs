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
        var tighter = ImmutableArray.CreateBuilder<StyleSheet>();
        foreach (var text in pack.TighterSheets) tighter.Add((tighter.Count == 0 ? ordinary : tighter[^1]).And(StyleSheet.Parse(text)));
        return new Look(ordinary, tighter.ToImmutable(), pack.ModelPages ?? 0);
    }

    public LayoutResult Lay(Manuscript manuscript, FontLibrary fonts, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> images, LayoutLimits limits)
    {
        var ordinary = Typesetter.Lay(manuscript, _ordinary, fonts, images, limits);
        // No look halves a text: one that is longer is not tried.
        if (ordinary.Layout is not { } layout || layout.Pages.Length <= _pages || layout.Pages.Length > 2 * _pages) return ordinary;
        // Where one look holds the text, the tighter ones do too: halving finds the least tight one in three tries of five. A try ends where it runs over.
        var fitting = ordinary;
        var trial = limits with { Pages = _pages };
        for (var (from, to) = (0, _tighter.Length); from < to;)
        {
            var middle = (from + to) / 2;
            var tried = Typesetter.Lay(manuscript, _tighter[middle], fonts, images, trial);
            if (tried.Layout is null) from = middle + 1;
            else (fitting, to) = (tried, middle);
        }
        return fitting;
    }
}
