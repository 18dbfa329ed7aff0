using System.Text;
using Writ.Sealing;

namespace Writ.Documents;

/// <summary>The timeline as a list.</summary>
internal static class ReportEvents
{
    public static void Write(StringBuilder page, Report report, WritReview? review)
    {
        var events = ReportTimeline.Of(report, review);
        ReportPage.Heading(page, "时间顺序", "Timeline");
        if (events.Count == 0) page.Append("<p>文件没有时间记录。<span lang=\"en\">No times are recorded.</span></p>\n");
        else page.Append("<ol class=\"events\">\n");
        foreach (var (time, zh, en) in events)
            page.Append("<li>").Append(ReportPage.Time(time)).Append(' ').Append(ReportPage.Quote(zh)).Append(" <span lang=\"en\">").Append(ReportPage.Quote(en)).Append("</span></li>\n");
        if (events.Count > 0) page.Append("</ol>\n");
    }
}
