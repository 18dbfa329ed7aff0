using System.Text;

namespace Writ.Documents;

/// <summary>What a document of this service says of itself: its pack, its slots, and whether it comes out again.</summary>
internal static class ReportWrit
{
    public static void Write(StringBuilder page, WritReview review)
    {
        ReportPage.Heading(page, "文书", "The writ");
        page.Append("<table>\n<caption>文书自述 <span lang=\"en\">What the writ says of itself</span></caption>\n");
        ReportPage.Row(page, "文书种类", "Kind", ReportPage.Quote($"{review.PackName}（{review.PackId} {review.PackVersion}）"));
        ReportPage.Row(page, "文书标识", "Id", ReportPage.Quote(review.DocumentId));
        ReportPage.Row(page, "规则档案", "Profile", ReportPage.Quote(review.Profile));
        ReportPage.Row(page, "案情数据", "Case data", review.DataAgrees ? ReportPage.Both("与文书所载摘要一致", "agrees with its hash") : $"<strong>{ReportPage.Both("与文书所载摘要不一致", "disagrees with its hash")}</strong>");
        ReportPage.Row(page, "重新生成", "Reproduced", review.Reproduction switch
        {
            Reproduction.Yes => ReportPage.Both("逐字节一致", "the same byte for byte"),
            Reproduction.No => $"<strong>{ReportPage.Both("不一致", "not the same")}</strong>",
            _ => ReportPage.Both("本机没有该模板版本，未比较", "this pack is not here; not compared"),
        });
        page.Append("</table>\n");
        Slots(page, review);
        ReportPage.Findings(page, review.Findings);
    }

    private static void Slots(StringBuilder page, WritReview review)
    {
        if (review.Slots.Count == 0) return;
        page.Append("<table>\n<caption>签署栏 <span lang=\"en\">Slots</span></caption>\n<thead><tr><th scope=\"col\">签署栏</th><th scope=\"col\">状态</th><th scope=\"col\">姓名</th><th scope=\"col\">时间（自称）</th><th scope=\"col\">签章完好</th></tr></thead>\n<tbody>\n");
        foreach (var slot in review.Slots)
        {
            var holds = slot.SealHolds switch { true => "是", false => "<strong>否</strong>", null => "—" };
            page.Append("<tr><td>").Append(ReportPage.Quote(slot.Label)).Append("</td><td>").Append(ReportPage.Both(slot.Text.Zh, slot.Text.En)).Append("</td><td>").Append(ReportPage.Quote(slot.Person))
                .Append("</td><td>").Append(slot.At is { } at ? ReportPage.Time(at) : "—").Append("</td><td>").Append(holds).Append("</td></tr>\n");
        }
        page.Append("</tbody>\n</table>\n");
    }
}
