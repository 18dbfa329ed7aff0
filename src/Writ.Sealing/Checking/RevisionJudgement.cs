namespace Writ.Sealing.Checking;

/// <summary>What became of the rules in one revision that follows a seal.</summary>
/// <param name="Revision">Counted from 1.</param>
/// <param name="Violations">What no rule explains; empty when all of it is allowed.</param>
internal sealed record RevisionJudgement(int Revision, IReadOnlyList<string> Violations)
{
    public bool Allowed => Violations.Count == 0;
}
