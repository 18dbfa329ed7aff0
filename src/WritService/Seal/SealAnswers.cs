using Writ.Outside;
using Writ.Sealing;
using WritService.Access;
using WritService.Problems;

namespace WritService.Seal;

/// <summary>Requests to the sealing room, and its refusals as problems.</summary>
internal static class SealAnswers
{
    /// <summary>The key of that name, or why the caller gets none.</summary>
    public static ProblemAnswer? Find(Chancery house, Caller caller, string name, out ISealKey? key)
    {
        SealOutcome<ISealKey> found = house.Seals.Keys.Find(name, caller.Name);
        key = found.Value;
        if (!caller.MaySealWith(name))
            return ProblemAnswer.Of(ProblemKinds.Forbidden, $"需要权限 {Scopes.SealWith(name)}。", $"The scope {Scopes.SealWith(name)} is needed.");
        return found.Succeeded ? null : new ProblemAnswer(ProblemKinds.UnknownKey);
    }

    public static ProblemAnswer Refused(IReadOnlyList<SealProblem> problems)
    {
        SealProblem first = problems[0];
        ProblemKind kind = first.Fault switch
        {
            SealFault.Document => ProblemKinds.DocumentUnreadable,
            SealFault.Authority => ProblemKinds.AuthorityUnavailable,
            SealFault.Key => ProblemKinds.KeyUnfit,
            _ => ProblemKinds.SealRefused,
        };
        int? retryAfter = first.RetryAfter is { } wait ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : null;
        return new ProblemAnswer(kind, language => language == Language.English ? first.En : first.Zh,
            language => [.. problems.Select(problem => new DataError(problem.Code, "$", language == Language.English ? problem.En : problem.Zh, null, "error"))], retryAfter);
    }
}
