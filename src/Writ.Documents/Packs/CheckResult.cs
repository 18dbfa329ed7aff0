namespace Writ.Documents;

/// <summary>Outcome of a check: every problem found, and the checked data when none of them is an error.</summary>
public sealed record CheckResult(IReadOnlyList<Problem> Problems, CheckedData? Checked)
{
    public bool Passed => Checked is not null;
}
