namespace Writ.Sealing;

/// <summary>The verdict in one sentence: integrity first, then trust; never "valid, but" hidden in the details.</summary>
internal static class ReportSentences
{
    public static string Zh(Report report) => report.Integrity switch
    {
        Integrity.NoSignature => "文件没有电子签章。",
        Integrity.Unparsable => "文件无法安全读取,不能得出核验结论。",
        Integrity.Broken => "核验不通过:签章内容已被破坏。",
        Integrity.DisallowedModification => "核验不通过:签章之后有不被允许的修改。",
        var integrity => $"{(integrity == Integrity.IntactAndCovers ? "签章内容完整,签章后无改动" : "签章内容完整,签章后仅有允许的改动")};{TrustZh(report)}。{SinceZh(report)}{AnnotatedZh(report)}",
    };

    public static string En(Report report) => report.Integrity switch
    {
        Integrity.NoSignature => "The file bears no seal.",
        Integrity.Unparsable => "The file cannot be read safely; there is no verdict.",
        Integrity.Broken => "Failed: what was sealed has been damaged.",
        Integrity.DisallowedModification => "Failed: the document was modified after sealing in a way that is not allowed.",
        var integrity => $"{(integrity == Integrity.IntactAndCovers ? "Intact, and nothing was changed after sealing" : "Intact, with only allowed changes after sealing")}; {TrustEn(report)}.{SinceEn(report)}{AnnotatedEn(report)}",
    };

    // The honest claim: since when the bytes are the same; whether they tell the truth is nobody's to verify.
    private static string SinceZh(Report report) => Since(report) is { } time ? $"所签内容自 {time} 起未被改动;内容是否属实不在核验之列。" : "";

    private static string SinceEn(Report report) => Since(report) is { } time ? $" What was sealed is unaltered since {time}; whether it is true is not judged." : "";

    private static string? Since(Report report)
    {
        DateTimeOffset? earliest = null;
        foreach (var seal in report.Seals)
            if (seal.ProvenTime is { } proven && (earliest is null || proven < earliest))
                earliest = proven;
        return earliest?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", System.Globalization.CultureInfo.InvariantCulture);
    }

    // A certification may allow notes (P=3); they are never passed over in silence.
    private static string AnnotatedZh(Report report) => Annotated(report) ? "注意:签章后添加或改动了批注。" : "";

    private static string AnnotatedEn(Report report) => Annotated(report) ? " Note: annotations were added or changed after sealing." : "";

    private static bool Annotated(Report report) => report.Seals.Any(s => s.Findings.Any(f => f.Code is "annotation-added" or "annotation-changed"));

    private static string TrustZh(Report report) => report.Indication switch
    {
        Indication.TotalPassed => "签章人证书可信,核验通过",
        Indication.TotalFailed => $"但核验不通过({report.SubIndication})",
        _ => $"但签章人身份或时间尚不能确认({report.SubIndication})",
    };

    private static string TrustEn(Report report) => report.Indication switch
    {
        Indication.TotalPassed => "the signer's certificate is trusted: passed",
        Indication.TotalFailed => $"but validation failed ({report.SubIndication})",
        _ => $"but identity or time of the signer cannot be confirmed ({report.SubIndication})",
    };
}
