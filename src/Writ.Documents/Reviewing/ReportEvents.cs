using System.Text;
using Writ.Sealing;

namespace Writ.Documents;

/// <summary>What happened when, and who says so: a trusted timestamp proves, everything else is claimed.</summary>
internal static class ReportEvents
{
    public static void Write(StringBuilder page, Report report, WritReview? review)
    {
        var events = new List<(DateTimeOffset Time, string Text)>();
        if (review is not null) events.Add((review.Issued, ReportPage.Both("文书生成（文书自称）", "rendered, as the writ says")));
        foreach (var slot in review?.Slots ?? [])
            if (slot.At is { } at)
                events.Add((at, $"{ReportPage.Quote(slot.Label)} {ReportPage.Quote(slot.Person)}：{ReportPage.Both($"{slot.Text.Zh}（签署记录自称）", $"{slot.Text.En}, as the record says")}"));
        foreach (var seal in report.Seals)
        {
            if (seal.Kind != SealKind.DocumentTimestamp && seal.ClaimedTime is { } claimed)
                events.Add((claimed, $"{ReportPage.Quote(seal.Signer)} {ReportPage.Quote(seal.Field)}：{ReportPage.Both("签章（自称时间）", "sealed, as claimed")}"));
            if (seal.Timestamp is { } stamp)
                events.Add((stamp.Time, $"{ReportSeals.Kind(seal.Kind)} {ReportPage.Quote(seal.Field)}：{(stamp is { Intact: true, Trusted: true } ? ReportPage.Both("时间戳证明此时已存在", "proven to exist by a timestamp") : ReportPage.Both("时间戳，未能证明", "a timestamp that proves nothing"))}"));
        }
        ReportPage.Heading(page, "时间顺序", "Timeline");
        if (events.Count == 0) page.Append("<p>文件没有时间记录。<span lang=\"en\">No times are recorded.</span></p>\n");
        else page.Append("<ol class=\"events\">\n");
        foreach (var (time, text) in events.OrderBy(e => e.Time))
            page.Append("<li>").Append(ReportPage.Time(time)).Append(' ').Append(text).Append("</li>\n");
        if (events.Count > 0) page.Append("</ol>\n");
    }
}
