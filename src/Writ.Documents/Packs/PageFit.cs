namespace Writ.Documents.Packs;

/// <summary>How many pages the model of a form has, and the tighter styles that keep longer texts on them.</summary>
/// <param name="Pages">What the official model takes, receipts and slips included.</param>
/// <param name="Styles">The least tight first, each laid over the pack's own styles and those before it; none of them serves where even the last runs over.</param>
internal sealed record PageFit(int Pages, IReadOnlyList<string> Styles);
