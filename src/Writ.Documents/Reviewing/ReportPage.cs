using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Writ.Sealing;

namespace Writ.Documents;

/// <summary>
/// A report as a page for people: Chinese first, English beside it, one file that needs nothing outside itself and runs no script.
/// Every text from the document is escaped, and isolated from the direction of the text around it.
/// </summary>
public static class ReportPage
{
    public const string Style = """
        :root{color-scheme:light}*{box-sizing:border-box}
        body{margin:0;background:#f4f4f1;color:#1a1a1a;font:1rem/1.6 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",sans-serif}
        main,header,footer{max-width:60rem;margin:0 auto;padding:1rem 1.25rem}main{background:#fff}main:empty{display:none}
        h1{font-size:1.6rem;margin:.5rem 0}h2{font-size:1.2rem;margin:1.75rem 0 .5rem;border-bottom:2px solid #1a1a1a}
        [lang=en]{color:#4a4a4a;font-size:.9em}bdi,code{overflow-wrap:anywhere}
        .verdict{margin:1rem 0;padding:.9rem 1rem;border:2px solid;border-left-width:.6rem;font-size:1.15rem}.verdict p{margin:.2rem 0}
        .passed{border-color:#1b6e37;background:#eef7f0}.failed{border-color:#a3161b;background:#fdf0f0}.open{border-color:#8a5a00;background:#fdf7e8}
        table{width:100%;border-collapse:collapse;margin:.75rem 0 1.25rem}caption{text-align:left;font-weight:bold;padding:.3rem 0}
        th,td{border:1px solid #8a8a8a;padding:.35rem .6rem;text-align:left;vertical-align:top}th{background:#f0f0ec;font-weight:normal}th[scope=row]{width:12rem}
        .error{border-left:.3rem solid #a3161b}.warning{border-left:.3rem solid #8a5a00}.information{border-left:.3rem solid #5a6a7a}
        ul.findings,ol.events{list-style:none;margin:.5rem 0;padding:0}ul.findings li,ol.events li{margin:.4rem 0;padding:.1rem .7rem}
        .claim{border:1px solid #8a8a8a;padding:.3rem 1rem}
        .drop{margin:1rem 0;padding:2rem 1rem;border:3px dashed #5a6a7a;text-align:center}.drop.over{background:#e9f0f7;border-color:#0b4f8a}
        button,input{font:inherit;padding:.4rem 1rem;margin:.2rem}:focus-visible{outline:3px solid #0b4f8a;outline-offset:2px}
        @page{margin:16mm 14mm}@media print{body,main{background:#fff}header,.tools{display:none}main{max-width:none;padding:0}table,.verdict{break-inside:avoid}h2{break-after:avoid}}
        """;

    /// <summary>What a browser may do with the page: show it.</summary>
    public static string Policy { get; } = $"default-src 'none'; style-src '{Hash(Style)}'; base-uri 'none'; form-action 'none'";

    /// <summary>An inline style or script as a content security policy names it.</summary>
    public static string Hash(string inline) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(inline)))}";

    /// <param name="file">Name of the document; only repeated.</param>
    /// <param name="at">The time of the examination.</param>
    public static string Write(string file, ReadOnlySpan<byte> document, Report report, WritReview? review, DateTimeOffset at)
    {
        var page = new StringBuilder(16 * 1024);
        page.Append("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"").Append(Policy).Append("\">\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>电子签章核验报告 · Verification report</title>\n<style>").Append(Style).Append("</style>\n</head>\n<body>\n<main>\n");
        page.Append("<h1>电子签章核验报告 <span lang=\"en\">Verification report</span></h1>\n");
        Verdict(page, report);
        page.Append("<table>\n<caption>文件 <span lang=\"en\">The file</span></caption>\n");
        Row(page, "文件名", "Name", Quote(file));
        Row(page, "SHA-256", "SHA-256", $"<code>{Convert.ToHexStringLower(SHA256.HashData(document))}</code>");
        Row(page, "大小、修订", "Size, revisions", string.Create(CultureInfo.InvariantCulture, $"{document.Length} 字节 bytes · {report.Revisions}"));
        Row(page, "核验时刻", "Examined at", Time(at));
        page.Append("</table>\n");
        ReportSeals.Write(page, report);
        ReportEvents.Write(page, report, review);
        ReportChanges.Write(page, report);
        if (review is not null) ReportWrit.Write(page, review);
        Heading(page, "其他意见", "Other findings");
        Findings(page, report.Findings);
        Claim(page);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    internal static void Heading(StringBuilder page, string zh, string en) => page.Append("<h2>").Append(zh).Append(" <span lang=\"en\">").Append(en).Append("</span></h2>\n");

    /// <summary>A row of a table of facts; <paramref name="html"/> is markup already.</summary>
    internal static void Row(StringBuilder page, string zh, string en, string html)
    {
        page.Append("<tr><th scope=\"row\">").Append(zh);
        if (en != zh) page.Append(" <span lang=\"en\">").Append(en).Append("</span>");
        page.Append("</th><td>").Append(html).Append("</td></tr>\n");
    }

    internal static void Findings(StringBuilder page, IEnumerable<Finding> findings)
    {
        var none = true;
        foreach (var finding in findings)
        {
            page.Append(none ? "<ul class=\"findings\">\n" : "").Append("<li class=\"").Append(ReportJson.Word(finding.Severity)).Append("\">").Append(Severity(finding.Severity)).Append(Quote(finding.Zh));
            if (finding.Revision > 0) page.Append(CultureInfo.InvariantCulture, $"（修订 {finding.Revision}）");
            page.Append("<br><span lang=\"en\">").Append(Quote(finding.En)).Append(" <code>").Append(Escape(finding.Code)).Append("</code></span></li>\n");
            none = false;
        }
        page.Append(none ? "<p>无。<span lang=\"en\">None.</span></p>\n" : "</ul>\n");
    }

    internal static string Both(string zh, string en) => $"{zh} <span lang=\"en\">{en}</span>";

    /// <summary>Words of the document: escaped and isolated.</summary>
    internal static string Quote(string? text) => $"<bdi>{Escape(text ?? "—")}</bdi>";

    internal static string Time(DateTimeOffset time) =>
        time.ToOffset(TimeSpan.FromHours(8)).ToString("'<time datetime=\"'yyyy-MM-dd'T'HH:mm:sszzz'\">'yyyy-MM-dd HH:mm:ss'</time>（北京时间）'", CultureInfo.InvariantCulture);

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    // Said in words, because not everybody sees the colour.
    private static string Severity(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "<strong>错误：</strong>",
        FindingSeverity.Warning => "<strong>注意：</strong>",
        _ => "",
    };

    private static void Verdict(StringBuilder page, Report report)
    {
        var look = report.Indication switch { Indication.TotalPassed => "passed", Indication.TotalFailed => "failed", _ => "open" };
        page.Append("<div class=\"verdict ").Append(look).Append("\" role=\"status\">\n<p><strong>").Append(Escape(report.VerdictZh)).Append("</strong></p>\n<p lang=\"en\">").Append(Escape(report.VerdictEn))
            .Append("</p>\n<p><code>").Append(ReportJson.Word(report.Indication)).Append(report.SubIndication == SubIndication.None ? "" : $" · {ReportJson.Word(report.SubIndication)}").Append("</code></p>\n</div>\n");
    }

    internal const string ClaimZh = "本报告只说明：签章所覆盖的字节自可证明的时刻起是否被改动、由谁的证书签章、该证书能否追溯到所给的根证书。它不判断文书内容是否属实，不判断行政行为是否合法，也不判断签署人当时是否自愿。“自称时间”由签章人填写，没有证明力。";

    internal const string ClaimEn = "This report says only whether the sealed bytes are unaltered since a proven moment, whose certificate sealed them, and whether that certificate leads to the given roots. It does not judge whether the content is true, whether the act is lawful, or whether anybody signed freely. A claimed time is the signer's own word and proves nothing.";

    private static void Claim(StringBuilder page) => page.Append($"""
        <h2>本报告说明什么 <span lang="en">What this report claims</span></h2>
        <div class="claim">
        <p>{ClaimZh}</p>
        <p lang="en">{ClaimEn}</p>
        </div>

        """);
}
