using Writ.Documents;
using Writ.Outside;
using WritService.Problems;
using WritService.Seal;

namespace WritService.Attest;

/// <summary>How acts that were not recorded are answered.</summary>
internal static class AttestAnswers
{
    public static ProblemAnswer Refused(AttestingOutcome outcome) => outcome switch
    {
        AttestingOutcome.Rejected rejected => Listed(ProblemKinds.AttestationRejected, rejected.Problems),
        AttestingOutcome.Forbidden forbidden => Listed(ProblemKinds.ActForbidden, forbidden.Problems),
        AttestingOutcome.CaptureRefused refused => Listed(ProblemKinds.CaptureRefused, refused.Problems),
        AttestingOutcome.Unreadable unreadable => ProblemAnswer.Of(ProblemKinds.DocumentUnreadable, unreadable.Zh, unreadable.En),
        AttestingOutcome.Refused refused => SealAnswers.Refused(refused.Problems),
        _ => throw new ArgumentException("A recorded act is no refusal.", nameof(outcome)),
    };

    public static ProblemAnswer Listed(ProblemKind kind, IReadOnlyList<Problem> problems) =>
        new(kind, language => problems[0].Text.In(language == Language.English), language => DataErrors.In(language, problems));
}
