namespace Writ.Documents;

/// <summary>What became of what a tablet sent.</summary>
/// <param name="Capture">To be signed; null when it was not taken.</param>
/// <param name="TicketProblem">Why its ticket does not allow it; null when it does.</param>
/// <param name="Problems">What is not well made in it, by JSON path.</param>
public sealed record CaptureResult(Capture? Capture, Problem? TicketProblem, IReadOnlyList<Problem> Problems)
{
    internal static CaptureResult Refused(Problem problem) => new(null, problem, [problem]);
}
