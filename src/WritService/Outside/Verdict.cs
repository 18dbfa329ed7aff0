using Writ.Sealing;

namespace Writ.Outside;

/// <summary>A report in one word: what a shell's exit code and a caller's header say.</summary>
internal enum Verdict { Passed, Failed, Indeterminate, Unreadable }

internal static class Verdicts
{
    public static Verdict Of(Report report) => report switch
    {
        { Integrity: Integrity.Unparsable } => Verdict.Unreadable,
        { Indication: Indication.TotalPassed } => Verdict.Passed,
        { Indication: Indication.TotalFailed } => Verdict.Failed,
        _ => Verdict.Indeterminate,
    };

    public static string Word(this Verdict verdict) => verdict.ToString().ToLowerInvariant();
}
