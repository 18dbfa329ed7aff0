using Writ.Pdf;

namespace Writ.Sealing.Checking.Changes;

/// <summary>A revision behind a seal is well-formed: whatever two readers could read differently is forbidden (incremental saving attack, object shadowing).</summary>
internal static class FileStructureRule
{
    public static void Examine(RevisionReview review)
    {
        foreach (var anomaly in review.After.Anomalies)
            if (!IsHarmless(anomaly.Kind))
                review.Forbid("revision-malformed", $"签章后的修订结构异常：{FormatReasons.Zh(anomaly.Kind)}（第 {anomaly.Offset} 字节处）", $"a revision after sealing is malformed at offset {anomaly.Offset}: {anomaly.Message}", anomaly.Number);
    }

    private static bool IsHarmless(AnomalyKind kind) => kind is AnomalyKind.CommentBetweenObjects or AnomalyKind.CommentBeforeEnd or AnomalyKind.LooseXref;
}
