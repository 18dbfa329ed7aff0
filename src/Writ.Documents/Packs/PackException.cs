namespace Writ.Documents;

/// <summary>The template folder cannot be used. Carries every mistake found, not only the first.</summary>
public sealed class PackException(IReadOnlyList<PackProblem> problems)
    : Exception(string.Join("\n", problems))
{
    public IReadOnlyList<PackProblem> Problems { get; } = problems;
}
