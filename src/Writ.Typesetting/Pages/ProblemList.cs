using System.Collections.Immutable;

namespace Writ.Typesetting;

/// <summary>Problems as they are found: one per code and character (or place), up to the limit.</summary>
internal sealed class ProblemList(int limit)
{
    private readonly List<LayoutProblem> problems = [];
    private readonly HashSet<(string, string)> seen = [];

    internal bool IsEmpty => problems.Count == 0;

    internal void Add(string code, ManuscriptLocation location, string zh, string en, string? character = null)
    {
        bool isNew = seen.Add((code, character ?? location.ToString()));
        if (isNew && problems.Count < limit)
            problems.Add(new LayoutProblem(code, location, zh, en, character));
    }

    internal ImmutableArray<LayoutProblem> ToArray() => [.. problems];
}
