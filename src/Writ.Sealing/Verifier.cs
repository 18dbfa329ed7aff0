using Writ.Pdf;
using Writ.Sealing.Checking;

namespace Writ.Sealing;

/// <summary>Examines what is sealed: same bytes, same roots, same time, same report. It never throws on a document and never says just yes.</summary>
public static class Verifier
{
    /// <param name="at">The time of the examination.</param>
    /// <param name="additional">Proofs fetched elsewhere, used besides those in the file.</param>
    public static Report Examine(ReadOnlyMemory<byte> document, TrustAnchors trust, DateTimeOffset at, ExaminationPolicy? policy = null, ValidationData? additional = null)
    {
        try
        {
            return Examine(PdfFile.OpenStrictly(document), trust, at, policy ?? ExaminationPolicy.Default, additional ?? ValidationData.Empty);
        }
        catch (PdfFormatException e)
        {
            var finding = new Finding("document-unreadable", FindingSeverity.Error, 0, $"文件无法安全读取:{e.Message}", $"The file cannot be read safely: {e.Message}");
            return new Report(Integrity.Unparsable, Indication.TotalFailed, SubIndication.FormatFailure, [], [], 0, [finding]);
        }
    }

    private static Report Examine(PdfFile file, TrustAnchors trust, DateTimeOffset at, ExaminationPolicy policy, ValidationData additional)
    {
        var found = SealCollector.Collect(file);
        var findings = new List<Finding>(found.Findings);
        if (found.Seals.Count == 0)
            return new Report(Integrity.NoSignature, Indication.Indeterminate, SubIndication.SignedDataNotFound, [], found.Empty, file.Revisions.Count, findings);

        var container = ContainerRule.Examine(file, found);
        findings.AddRange(container.Findings);
        var judgements = LaterChanges.Judge(file, found);
        var stored = StoredEvidence.Read(file.Latest);
        var examiner = new SealExaminer(file, trust, stored.With(additional), at, policy);

        // From the last to the first, because a later document timestamp proves that everything before it existed then.
        var reports = new List<SealReport>();
        DateTimeOffset? proven = null;
        foreach (var seal in found.Seals.Reverse())
        {
            var index = seal.Revision.Index;
            var violations = judgements.Where(j => j.Revision > index + 1 && !j.Allowed).ToList();
            var stripped = found.Stripped.Where(s => ReferenceEquals(s.Seal, seal)).Select(s => s.Problem).FirstOrDefault();
            var report = examiner.Examine(seal, violations, index < file.Revisions.Count - 1, stripped, proven, stored);
            reports.Add(report);
            if (report is { Kind: SealKind.DocumentTimestamp, Intact: true, Timestamp: { Intact: true, Trusted: true } time })
                proven = time.Time;
        }
        reports.Reverse();

        var integrity = Worse(reports.Max(r => r.Integrity), container.Worst);
        if (found.Findings.Any(f => f.Severity == FindingSeverity.Error))
            integrity = Worse(integrity, Integrity.DisallowedModification);
        var worst = reports.MaxBy(r => r.Indication) ?? reports[0];
        var failed = integrity is (Integrity.Broken or Integrity.DisallowedModification) && worst.Indication != Indication.TotalFailed;
        return new Report(
            integrity,
            failed ? Indication.TotalFailed : worst.Indication,
            failed ? SubIndication.FormatFailure : worst.SubIndication,
            reports, found.Empty, file.Revisions.Count, findings);
    }

    private static Integrity Worse(Integrity first, Integrity second) => first > second ? first : second;
}
