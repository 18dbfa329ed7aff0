using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Writ.Sealing;
using Writ.Typesetting;

namespace Writ.Documents;

/// <summary>The report as a manuscript. Words of the document are data: escaped, without control characters, and a box for what no font can print.</summary>
internal sealed class ReportManuscript(FontLibrary fonts)
{
    public const string Style = """
        @page { size: A4; margin: 26mm 24mm 24mm 26mm; }
        p { font-family: fangsong; font-size: 小四; line-height: 19pt; text-indent: 0pt; text-align: left; grid: off; }
        h1 { font-family: title; font-size: 二号; line-height: 34pt; text-align: center; margin-bottom: 6pt; }
        h2 { font-family: hei; font-size: 四号; line-height: 24pt; text-indent: 0pt; margin-top: 10pt; break-after: avoid; }
        h3 { font-family: hei; font-size: 小四; line-height: 20pt; text-indent: 0pt; margin-top: 6pt; break-after: avoid; }
        .verdict { font-family: hei; font-size: 四号; line-height: 24pt; }
        .small { font-size: 五号; line-height: 16pt; }
        table { width: 100%; margin-top: 4pt; margin-bottom: 6pt; }
        th { font-family: hei; font-size: 五号; font-weight: normal; line-height: 16pt; text-align: left; vertical-align: top; border: 0.5pt solid; padding: 2pt 4pt 2pt 4pt; }
        td { font-family: fangsong; font-size: 五号; line-height: 16pt; text-align: left; vertical-align: top; border: 0.5pt solid; padding: 2pt 4pt 2pt 4pt; }
        .page-count { font-family: song; font-size: 五号; line-height: 16pt; text-align: center; }
        """;

    // A report that fills a shelf is read by nobody; the machine-read one holds everything.
    private const int MostSeals = 200, MostFindings = 100, LongestWord = 400;

    private readonly StringBuilder text = new(16 * 1024);
    private readonly FontChain faces = fonts.Chain("fangsong");

    public string Write(string file, ReadOnlySpan<byte> document, Report report, WritReview? review, DateTimeOffset at)
    {
        text.Append("<writ title=\"电子签章核验报告\" lang=\"zh-CN\">\n<page-footer><p class=\"page-count\">第 <page-number/> 页　共 <page-count/> 页</p></page-footer>\n");
        text.Append("<h1>电子签章核验报告</h1>\n");
        Paragraph("verdict", $"结论：{report.VerdictZh}");
        Paragraph(null, $"{report.VerdictEn} [{ReportJson.Word(report.Indication)}{(report.SubIndication == SubIndication.None ? "" : $" · {ReportJson.Word(report.SubIndication)}")}]");
        Table(
        [
            ("文件 File", file),
            ("SHA-256", string.Join(' ', Convert.ToHexStringLower(SHA256.HashData(document)).Chunk(16).Select(part => new string(part)))),
            ("大小 Size", string.Create(CultureInfo.InvariantCulture, $"{document.Length} 字节 bytes；修订 revisions：{report.Revisions}")),
            ("核验时刻 Examined at", Time(at)),
        ]);
        Heading("签章 Seals");
        if (report.Seals.Count == 0) Paragraph(null, "文件没有可以核验的签章。There is no seal to examine.");
        foreach (var seal in report.Seals.Take(MostSeals)) Seal(seal);
        if (report.Seals.Count > MostSeals) Paragraph(null, $"另有 {report.Seals.Count - MostSeals} 枚签章，见机读报告。More seals are in the report for machines.");
        if (report.EmptyFields.Count > 0) Paragraph(null, $"空签章域 Empty signature fields：{string.Join('、', report.EmptyFields.Take(MostFindings))}");
        Heading("时间顺序 Timeline");
        foreach (var happened in ReportTimeline.Of(report, review).Take(MostFindings)) Paragraph("small", $"{Time(happened.Time)}　{happened.Zh} {happened.En}");
        if (review is not null) Writ(review);
        Heading("核验意见 Findings");
        Findings(report.Findings.Concat(report.Seals.SelectMany(seal => seal.Findings)).Concat(review?.Findings ?? []).Distinct().OrderByDescending(finding => finding.Severity).ToList());
        Heading("本报告说明什么 What this report claims");
        Paragraph(null, ReportPage.ClaimZh);
        Paragraph("small", ReportPage.ClaimEn);
        return text.Append("</writ>\n").ToString();
    }

    private void Seal(SealReport seal)
    {
        text.Append("<h3>").Append(Printable($"{KindOf(seal.Kind)} {seal.Field}（修订 {seal.Revision}）")).Append("</h3>\n");
        Table(
        [
            ("结论 Indication", $"{IndicationTexts.Zh(seal.Indication)} {ReportJson.Word(seal.Indication)}{(seal.SubIndication == SubIndication.None ? "" : $"：{seal.Reason.Zh} {ReportJson.Word(seal.SubIndication)}")}"),
            ("签章人 Signer", seal.Signer ?? "—"),
            ("内容完好 Intact", YesNo(seal.DigestHolds)),
            ("覆盖全部内容 Covers all", YesNo(seal.CoversRevision)),
            ("签章后改动 Later changes", seal.Changes switch { LaterChanges.None => "没有 none", LaterChanges.Permitted => "有，均在允许之列 some, all allowed", _ => "有不被允许的改动 some that are not allowed" }),
            ("证书可信 Certificate", seal.Trust is { } trust ? $"{YesNo(trust.Trusted)}；{string.Join(" ← ", trust.Path)}" : "未能判断 not judged"),
            ("未被吊销 Not revoked", seal.Trust is { Trusted: true } known ? known.RevocationProven ? "有证明 proven" : "文件内没有证明 not proven" : "—"),
            ("可证明的时刻 Proven time", seal.ProvenTime is { } proven ? Time(proven) : "无 none"),
            ("自称时间 Claimed time", seal.ClaimedTime is { } claimed ? Time(claimed) : "无 none"),
            ("时间戳 Timestamp", seal.Timestamp is { } stamp ? $"{Time(stamp.Time)} {stamp.Authority}；{(stamp.Intact ? "完好 intact" : "已破坏 broken")}，{(stamp.Trusted ? "可信 trusted" : "来源不可信 not trusted")}" : "无 none"),
        ]);
    }

    private void Writ(WritReview review)
    {
        Heading("文书 The writ");
        Table(
        [
            ("文书种类 Kind", $"{review.PackName}（{review.PackId} {review.PackVersion}）"),
            ("文书标识 Id", review.DocumentId),
            ("规则档案 Profile", review.Profile),
            ("案情数据 Case data", review.DataAgrees ? "与文书所载摘要一致 agrees with its hash" : "与文书所载摘要不一致 disagrees with its hash"),
            ("重新生成 Reproduced", review.Reproduction switch { Reproduction.Yes => "逐字节一致 the same byte for byte", Reproduction.No => "不一致 not the same", _ => "本机没有该模板版本，未比较 this pack is not here; not compared" }),
        ]);
        if (review.Slots.Count == 0) return;
        text.Append("<table>\n<cols widths=\"3* 2* 2* 4*\"/>\n<thead><tr><th scope=\"col\">签署栏 Slot</th><th scope=\"col\">状态 Standing</th><th scope=\"col\">姓名 Name</th><th scope=\"col\">时间（自称） Claimed time</th></tr></thead>\n<tbody>\n");
        foreach (var slot in review.Slots)
            text.Append("<tr><td>").Append(Printable(slot.Label)).Append("</td><td>").Append(Printable($"{slot.Text.Zh} {slot.Text.En}")).Append("</td><td>").Append(Printable(slot.Person ?? "—"))
                .Append("</td><td>").Append(Printable(slot.At is { } at ? Time(at) : "—")).Append("</td></tr>\n");
        text.Append("</tbody>\n</table>\n");
    }

    private void Findings(IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0) Paragraph(null, "无。None.");
        foreach (var finding in findings.Take(MostFindings))
        {
            var weight = finding.Severity switch { FindingSeverity.Error => "【错误】", FindingSeverity.Warning => "【注意】", _ => "" };
            Paragraph("small", $"{weight}{finding.Zh}{(finding.Revision > 0 ? $"（修订 {finding.Revision}）" : "")} {finding.En} [{finding.Code}]");
        }
        if (findings.Count > MostFindings) Paragraph("small", $"另有 {findings.Count - MostFindings} 项，见机读报告。More findings are in the report for machines.");
    }

    private void Heading(string words) => text.Append("<h2>").Append(words).Append("</h2>\n");

    private void Paragraph(string? style, string words) => text.Append(style is null ? "<p>" : $"<p class=\"{style}\">").Append(Printable(words)).Append("</p>\n");

    private void Table(ReadOnlySpan<(string Name, string Value)> rows)
    {
        text.Append("<table>\n<cols widths=\"46mm *\"/>\n<tbody>\n");
        foreach (var (name, value) in rows)
            text.Append("<tr><th scope=\"row\">").Append(name).Append("</th><td>").Append(Printable(value)).Append("</td></tr>\n");
        text.Append("</tbody>\n</table>\n");
    }

    private string Printable(string words)
    {
        var safe = new StringBuilder(words.Length);
        foreach (var rune in (words.Length > LongestWord * 4 ? words[..(LongestWord * 4)] + "…" : words).EnumerateRunes())
            safe.Append(rune.Value switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                _ when Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format => " ",
                _ => faces.Resolve(rune.Value) is null ? "□" : rune.ToString(),
            });
        return safe.ToString();
    }

    private static string KindOf(SealKind kind) => kind switch
    {
        SealKind.Certification => "认证签章 Certification",
        SealKind.Approval => "签章 Seal",
        _ => "文件时间戳 Document timestamp",
    };

    private static string YesNo(bool value) => value ? "是 yes" : "否 no";

    private static string Time(DateTimeOffset time) => time.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss'（北京时间）'", CultureInfo.InvariantCulture);
}
