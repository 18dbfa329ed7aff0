using Writ.Documents;
using Writ.Sealing;

namespace Writ.Cli;

/// <summary>Problems on standard error, one a line: path, code, text in both languages, legal basis.</summary>
internal static class Problems
{
    public static void Print(IEnumerable<Problem> problems)
    {
        foreach (Problem problem in problems)
            Console.Error.WriteLine($"{(problem.Severity == Severity.Error ? "错误 error" : "警告 warning")} {problem.Path} {problem.Code}: {problem.Text.Zh} / {problem.Text.En}{(problem.Basis is { } basis ? $" [{basis}]" : "")}");
    }

    public static void Print(IEnumerable<SealProblem> problems)
    {
        foreach (SealProblem problem in problems)
            Console.Error.WriteLine($"错误 error {problem.Code}: {problem.Zh} / {problem.En}");
    }
}
