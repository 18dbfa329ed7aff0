using System.Security.Cryptography;
using Writ.Pdf;
using Writ.Sealing.Checking;
using Writ.Sealing.Checking.Seals;

namespace Writ.Sealing;

/// <summary>Examines what is sealed: same bytes, same roots, same time, same report. It never throws on a document and never says just yes.</summary>
public static class Verifier
{
    private static readonly Reason Unreached = new("签名数据所在的字节不属于任何修订", "signature data lies in bytes that no revision reaches");

    /// <param name="at">The time of the examination.</param>
    /// <param name="additional">Proofs fetched elsewhere, used besides those in the file.</param>
    /// <exception cref="OperationCanceledException">The caller has waited long enough.</exception>
    public static Report Examine(ReadOnlyMemory<byte> document, TrustAnchors trust, DateTimeOffset at, ExaminationPolicy? policy = null, ValidationData? additional = null, CancellationToken cancellation = default)
    {
        var opened = OpenedDocument.Open(document);
        try
        {
            var report = opened.File is { } file ? Examine(file, document.Length, opened.Fault, trust, at, policy ?? ExaminationPolicy.Default, additional ?? ValidationData.Empty, cancellation) : Unreadable(opened.Fault);
            return report.Integrity == Integrity.Unparsable && opened.MayBeSearched && OpenedDocument.Search(document, (opened.Fault ?? Unreached).En) is { } searched
                ? Examine(searched, document.Length, opened.Fault ?? Unreached, trust, at, policy ?? ExaminationPolicy.Default, additional ?? ValidationData.Empty, cancellation)
                : report;
        }
        catch (Exception fault) when (fault is PdfFormatException or CmsFormatException or CryptographicException)
        {
            return Unreadable(FormatReasons.Of(fault));
        }
    }

    private static Report Unreadable(Reason? fault)
    {
        var finding = new Finding("document-unreadable", FindingSeverity.Error, 0, $"文件无法安全读取：{fault?.Zh}", $"The file cannot be read safely: {fault?.En}");
        return new Report(Integrity.Unparsable, Indication.TotalFailed, SubIndication.FormatFailure, [], [], 0, [finding]);
    }

    private static Report Examine(PdfFile file, int length, Reason? fault, TrustAnchors trust, DateTimeOffset at, ExaminationPolicy policy, ValidationData additional, CancellationToken cancellation)
    {
        var found = SealCollector.Collect(file, cancellation);
        var findings = new List<Finding>(found.Findings);
        if (found.Seals.Count == 0)
            return fault is not null || found.Unreachable
                ? Unreadable(fault ?? Unreached)
                : new Report(Integrity.NoSignature, Indication.Indeterminate, SubIndication.SignedDataNotFound, [], found.Empty, file.Revisions.Count, findings);

        findings.AddRange(ContainerFindings.Of(file, found));
        var history = new LaterHistory(file, found, TailRule.Check(file, length, file.Repaired ? null : fault) ?? (found.Unreachable && !file.Repaired ? Unreached : null), cancellation);
        var stored = StoredEvidence.Read(file.Latest);
        var examiner = new SealExaminer(file, trust, stored.With(additional), at, policy);
        // What a search has put together shows that there are seals, and holds none of them up.
        Reason? damage = file.Repaired ? new($"文件结构已损坏，只能逐个搜寻对象（{fault?.Zh}）", $"the file's structure is damaged, and its objects had to be searched for ({fault?.En})") : null;
        var judged = Judge(found, history, damage);

        // From the last to the first, because a later document timestamp proves that everything before it existed then.
        var reports = new List<SealReport>();
        DateTimeOffset? proven = null;
        foreach (var (seal, later, standing) in judged.Reverse())
        {
            cancellation.ThrowIfCancellationRequested();
            var report = examiner.Examine(seal, later, standing, proven, stored) with { End = seal.Revision.End };
            reports.Add(report);
            if (report is { Kind: SealKind.DocumentTimestamp, Intact: true, Timestamp: { Intact: true, Trusted: true } time })
                proven = time.Time;
        }
        reports.Reverse();
        var ordered = TimeOrderRule.Apply(reports);
        findings.AddRange(PreparationFindings.Of(found.Seals.MinBy(s => s.Revision.Index)!.Revision, cancellation));

        var integrity = ordered.Max(r => r.Integrity);
        var worst = ordered.MaxBy(r => r.Indication) ?? ordered[0];
        return new Report(
            integrity, worst.Indication, worst.SubIndication,
            ordered, found.Empty, file.Revisions.Count, findings);
    }

    // The strictest of all seals so far counts; only the first seal may certify (ISO 32000-2, 12.8.2.2).
    private static IReadOnlyList<(FoundSeal Seal, LaterVerdict Later, Reason? Fault)> Judge(FoundSeals found, LaterHistory history, Reason? damage)
    {
        var restrictions = new SealRestrictions();
        var judged = new List<(FoundSeal, LaterVerdict, Reason?)>();
        foreach (var seal in found.Seals)
        {
            var fault = damage ?? seal.Fault;
            if (seal.IsCertification && judged.Exists(j => !j.Item1.IsTimestamp))
                fault ??= new("认证签章不是第一个签章", "it certifies, but is not the first seal");
            var honest = restrictions.Add(seal);
            judged.Add((seal, history.After(seal, restrictions.Copy(), honest), fault));
        }
        return judged;
    }
}
