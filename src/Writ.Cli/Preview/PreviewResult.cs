using Writ.Documents;

namespace Writ.Cli;

/// <summary>What came of looking: the document, or the mistakes that stopped it; mistakes may stand beside a document.</summary>
/// <param name="Packs">Ids and names to choose from; empty while the templates cannot be read.</param>
internal sealed record PreviewResult(
    IReadOnlyList<PreviewChoice> Packs, IReadOnlyList<PreviewChoice> Examples, IReadOnlyList<PreviewChoice> Profiles, PreviewRequest Shown,
    IReadOnlyList<PackProblem> Problems, ReadOnlyMemory<byte> Pdf);

internal sealed record PreviewChoice(string Id, string Label);
