using Writ.Sealing;

namespace Writ.Documents;

/// <summary>What happened, in plain words of both languages; names of the document are data.</summary>
internal readonly record struct ReportedEvent(DateTimeOffset Time, string Zh, string En);

/// <summary>What happened when, and who says so: a trusted timestamp proves, everything else is claimed.</summary>
internal static class ReportTimeline
{
    public static IReadOnlyList<ReportedEvent> Of(Report report, WritReview? review)
    {
        var events = new List<ReportedEvent>();
        if (review is not null) events.Add(new(review.Issued, "文书生成（文书自称）", "rendered, as the writ says"));
        foreach (var slot in review?.Slots ?? [])
            if (slot.At is { } at)
                events.Add(new(at, $"{slot.Label} {slot.Person}：{slot.Text.Zh}（签署记录自称）", $"{slot.Text.En}, as the record says"));
        foreach (var seal in report.Seals)
        {
            if (seal.Kind != SealKind.DocumentTimestamp && seal.ClaimedTime is { } claimed)
                events.Add(new(claimed, $"{seal.Signer ?? "—"}（{seal.Field}）：签章（自称时间）", "sealed, as claimed"));
            if (seal.Timestamp is { } stamp) events.Add(Stamped(seal, stamp));
        }
        return [.. events.OrderBy(happened => happened.Time)];
    }

    private static ReportedEvent Stamped(SealReport seal, TimestampEvidence stamp)
    {
        var (zh, en) = seal.Kind == SealKind.DocumentTimestamp ? ("文件时间戳：此前全部内容", "archive timestamp over everything before") : ("签章时间戳：该签章", "timestamp on the seal");
        return stamp is { Intact: true, Trusted: true }
            ? new(stamp.Time, $"{stamp.Authority}（{seal.Field}）：{zh}此时已存在", $"{en}: it existed then")
            : new(stamp.Time, $"{stamp.Authority}（{seal.Field}）：{zh}，未能证明", $"{en}, which proves nothing");
    }
}
