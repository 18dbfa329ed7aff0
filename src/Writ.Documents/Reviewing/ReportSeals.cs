using System.Globalization;
using System.Text;
using Writ.Sealing;

namespace Writ.Documents;

/// <summary>One table a seal, in the order in which they were made.</summary>
internal static class ReportSeals
{
    public static void Write(StringBuilder page, Report report)
    {
        ReportPage.Heading(page, "签章", "Seals");
        if (report.Seals.Count == 0) page.Append("<p>文件没有可以核验的签章。<span lang=\"en\">There is no seal to examine.</span></p>\n");
        foreach (var seal in report.Seals) Write(page, seal);
        if (report.EmptyFields.Count > 0)
            page.Append("<p>空签章域 <span lang=\"en\">Empty signature fields</span>：").AppendJoin("、", report.EmptyFields.Select(ReportPage.Quote)).Append("</p>\n");
    }

    private static void Write(StringBuilder page, SealReport seal)
    {
        page.Append("<table>\n<caption>").Append(Kind(seal.Kind)).Append(' ').Append(ReportPage.Quote(seal.Field)).Append(CultureInfo.InvariantCulture, $"（修订 {seal.Revision}）</caption>\n");
        ReportPage.Row(page, "签章人", "Signer", ReportPage.Quote(seal.Signer));
        ReportPage.Row(page, "内容完好", "Intact", YesNo(seal.DigestHolds));
        ReportPage.Row(page, "覆盖全部内容", "Covers all", YesNo(seal.CoversRevision));
        ReportPage.Row(page, "签章后改动", "Later changes", Changes(seal.Changes));
        ReportPage.Row(page, "证书可信", "Certificate", seal.Trust is { } trust ? $"{YesNo(trust.Trusted)}<br>{ReportPage.Quote(string.Join(" ← ", trust.Path))}" : ReportPage.Both("未能判断", "not judged"));
        if (seal.Trust is { Trusted: true } known)
            ReportPage.Row(page, "未被吊销", "Not revoked", known.RevocationProven ? ReportPage.Both("有证明", "proven") : ReportPage.Both("文件内没有证明", "not proven"));
        ReportPage.Row(page, "可证明的时刻", "Proven time", seal.ProvenTime is { } proven ? ReportPage.Time(proven) : ReportPage.Both("无", "none"));
        ReportPage.Row(page, "自称时间", "Claimed time", seal.ClaimedTime is { } claimed ? ReportPage.Time(claimed) : ReportPage.Both("无", "none"));
        if (seal.Timestamp is { } stamp)
            ReportPage.Row(page, "时间戳", "Timestamp", $"{ReportPage.Time(stamp.Time)} {ReportPage.Quote(stamp.Authority)}<br>{(stamp.Intact ? ReportPage.Both("完好", "intact") : ReportPage.Both("已破坏", "broken"))} · {(stamp.Trusted ? ReportPage.Both("可信", "trusted") : ReportPage.Both("来源不可信", "not trusted"))}");
        if (seal.Level is { } level)
            ReportPage.Row(page, "级别", "Level", $"PAdES B-{level}");
        ReportPage.Row(page, "结论", "Indication", Conclusion(seal));
        page.Append("</table>\n");
        ReportPage.Findings(page, seal.Findings.Where(finding => finding.Revision <= seal.Revision));
    }

    public static string Kind(SealKind kind) => kind switch
    {
        SealKind.Certification => "认证签章 <span lang=\"en\">Certification</span>",
        SealKind.Approval => "签章 <span lang=\"en\">Seal</span>",
        _ => "文件时间戳 <span lang=\"en\">Document timestamp</span>",
    };

    private static string YesNo(bool value) => value ? ReportPage.Both("是", "yes") : $"<strong>{ReportPage.Both("否", "no")}</strong>";

    private static string Changes(LaterChanges changes) => changes switch
    {
        LaterChanges.None => ReportPage.Both("没有", "none"),
        LaterChanges.Permitted => ReportPage.Both("有，均在允许之列", "some, all of them allowed"),
        _ => $"<strong>{ReportPage.Both("有不被允许的改动", "some that are not allowed")}</strong>",
    };

    private static string Conclusion(SealReport seal)
    {
        var reason = seal.SubIndication == SubIndication.None ? "" : $"：{ReportPage.Both(seal.Reason.Zh, seal.Reason.En)}";
        return $"{ReportPage.Both(IndicationTexts.Zh(seal.Indication), IndicationTexts.En(seal.Indication))}{reason} <code>{ReportJson.Word(seal.Indication)} {ReportJson.Word(seal.SubIndication)}</code>";
    }
}
