namespace Writ.Documents;

/// <summary>A rendered writ, or the problems that stopped it; warnings may stand beside a writ.</summary>
public sealed record RenderResult(RenderedWrit? Writ, IReadOnlyList<Problem> Problems);
