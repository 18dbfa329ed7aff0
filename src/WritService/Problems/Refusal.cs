using Microsoft.AspNetCore.Http.Metadata;

namespace WritService.Problems;

/// <summary>Endpoint metadata: the kinds of problem behind one status of a call.</summary>
internal sealed record Refusal(int StatusCode, IReadOnlyList<ProblemKind> Kinds) : IProducesResponseTypeMetadata
{
    public Type Type => typeof(ProblemBody);
    public IEnumerable<string> ContentTypes { get; } = [ProblemAnswer.MediaType];
    public string Description => string.Join(" · ", Kinds.Select(kind => $"`{kind.Code}` {kind.Zh} {kind.En}"));
}
