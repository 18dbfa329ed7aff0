namespace Writ.Sealing;

/// <summary>The verdict in one sentence: integrity first, then trust; never "valid, but" hidden in the details.</summary>
internal static class ReportSentences
{
    public static string Zh(Report report) => report.Integrity switch
    {
        Integrity.NoSignature => "文件没有电子签章。",
        Integrity.Unparsable => "文件无法安全读取，不能得出核验结论。",
        Integrity.Broken when report.Indication == Indication.Indeterminate => $"有签章，但不能核验：{report.Reason.Zh}。",
        Integrity.Broken => "核验不通过：签章内容已被破坏。",
        Integrity.DisallowedModification => "核验不通过：签章之后有不被允许的修改。",
        _ when report.IsContradictory => "核验不通过：文书自述、签署记录与所印内容相互矛盾。",
        _ when report.IsUnreviewed => $"不能确定：签章内容完整，但{report.Reason.Zh}。",
        var integrity => $"{(integrity == Integrity.IntactAndCovers ? "签章内容完整，签章后无改动" : "签章内容完整，签章后仅有允许的改动")}；{TrustZh(report)}。{SinceZh(report)}{AnnotatedZh(report)}{FieldsZh(report)}",
    };

    public static string En(Report report) => report.Integrity switch
    {
        Integrity.NoSignature => "The file bears no seal.",
        Integrity.Unparsable => "The file cannot be read safely; there is no verdict.",
        Integrity.Broken when report.Indication == Indication.Indeterminate => $"A seal is present, but cannot be verified: {report.Reason.En}.",
        Integrity.Broken => "Failed: what was sealed has been damaged.",
        Integrity.DisallowedModification => "Failed: the document was modified after sealing in a way that is not allowed.",
        _ when report.IsContradictory => "Failed: what the writ says of itself, its records and what is printed contradict each other.",
        _ when report.IsUnreviewed => $"Indeterminate: what was sealed is intact, but {report.Reason.En}.",
        var integrity => $"{(integrity == Integrity.IntactAndCovers ? "Intact, and nothing was changed after sealing" : "Intact, with only allowed changes after sealing")}; {TrustEn(report)}.{SinceEn(report)}{AnnotatedEn(report)}{FieldsEn(report)}",
    };

    // The honest claim: since when the bytes are the same; whether they tell the truth is nobody's to verify.
    private static string SinceZh(Report report) => Since(report) is { } time ? $"所签内容自 {Text(time.ToOffset(TimeSpan.FromHours(8)))}（北京时间）起未被改动；内容是否属实不在核验之列。" : "";

    private static string SinceEn(Report report) => Since(report) is { } time ? $" What was sealed is unaltered since {Text(time.ToUniversalTime())} UTC; whether it is true is not judged." : "";

    private static DateTimeOffset? Since(Report report)
    {
        DateTimeOffset? earliest = null;
        foreach (var seal in report.Seals)
            if (seal.ProvenTime is { } proven && (earliest is null || proven < earliest))
                earliest = proven;
        return earliest;
    }

    private static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    // A certification may allow notes (P=3); they are never passed over in silence.
    private static string AnnotatedZh(Report report) => Annotated(report) ? "注意：签章后添加或改动了批注。" : "";

    private static string AnnotatedEn(Report report) => Annotated(report) ? " Note: annotations were added or changed after sealing." : "";

    private static bool Annotated(Report report) => report.Seals.Any(s => s.Findings.Any(f => f.Code is "annotation-added" or "annotation-changed"));

    // Where a new seal shows on the page was for nobody to say who sealed before.
    private static string FieldsZh(Report report) => HasNewField(report) ? "注意：签章后新增了可见签章域。" : "";

    private static string FieldsEn(Report report) => HasNewField(report) ? " Note: a visible seal field was added after sealing." : "";

    private static bool HasNewField(Report report) => report.Seals.Any(s => s.Findings.Any(f => f is { Code: "seal-field-added", Severity: FindingSeverity.Warning }));

    private static string TrustZh(Report report) => report.Indication switch
    {
        Indication.TotalPassed => "签章人证书可信，核验通过",
        Indication.TotalFailed => $"但核验不通过：{report.Reason.Zh}",
        _ => $"但签章人身份或时间尚不能确认：{report.Reason.Zh}",
    };

    private static string TrustEn(Report report) => report.Indication switch
    {
        Indication.TotalPassed => "the signer's certificate is trusted: passed",
        Indication.TotalFailed => $"but validation failed: {report.Reason.En}",
        _ => $"but identity or time of the signer cannot be confirmed: {report.Reason.En}",
    };
}
