using Writ.Documents;

namespace WritService.Problems;

/// <summary>Problems of the domain in the words of one language.</summary>
internal static class DataErrors
{
    public static IReadOnlyList<DataError> In(Language language, IReadOnlyList<Problem> problems) =>
        [.. problems.Select(problem => new DataError(problem.Code, problem.Path, problem.Text.In(language == Language.English), problem.Basis, problem.Severity == Severity.Error ? "error" : "warning"))];
}
