using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Writ.Pdf;
using Writ.Sealing.Certificates;
using Writ.Sealing.Checking.Changes;
using Writ.Sealing.Checking.Seals;
using Writ.Sealing.Cms;

namespace Writ.Sealing.Checking;

/// <summary>Brings the rules on one seal together into its report.</summary>
internal sealed class SealExaminer
{
    private readonly PdfFile file;
    private readonly TrustAnchors trust;
    private readonly ValidationData evidence;
    private readonly DateTimeOffset now;
    private readonly ExaminationPolicy policy;
    private readonly IReadOnlyList<X509Certificate2> stored;

    public SealExaminer(PdfFile file, TrustAnchors trust, ValidationData evidence, DateTimeOffset now, ExaminationPolicy policy)
    {
        this.file = file;
        this.trust = trust;
        this.evidence = evidence;
        this.now = now;
        this.policy = policy;
        stored = CertificateBytes.LoadAll(evidence.Certificates);
    }

    /// <param name="later">What followed, as the seals so far judge it.</param>
    /// <param name="fault">Why the seal cannot stand as it is, whatever its signature says.</param>
    /// <param name="provenBy">Time of the earliest later document timestamp that holds and is trusted.</param>
    public SealReport Examine(FoundSeal seal, LaterVerdict later, Reason? fault, DateTimeOffset? provenBy, ValidationData storedAfter)
    {
        var number = seal.Revision.Index + 1;
        var findings = new List<Finding>();

        var range = ByteRangeRule.Check(file.Bytes.Span, seal.Signature);
        var result = range.Problem is null ? Signature(seal, range) : null;
        var uncovered = range.Problem ?? CoverageRule.Check(file, seal, range);
        var problem = fault ?? uncovered ?? result?.Problem ?? Own(seal, result);
        if (problem is not null)
            findings.Add(new Finding("seal-broken", FindingSeverity.Error, number, $"签章“{seal.Field}”不成立：{problem.Zh}", $"The seal {seal.Field} does not hold: {problem.En}"));
        foreach (var (revision, change) in later.Disallowed)
            findings.Add(Describe(change, revision, FindingSeverity.Error));
        foreach (var (revision, change) in later.Allowed)
            findings.Add(Describe(change, revision, change.Nature is ChangeNature.Annotating or ChangeNature.NewVisibleField ? FindingSeverity.Warning : FindingSeverity.Information));

        var integrity = problem is not null ? Integrity.Broken
            : later.Disallowed.Count > 0 ? Integrity.DisallowedModification
            : later.HasLater ? Integrity.IntactWithAllowedLaterChanges
            : Integrity.IntactAndCovers;
        var report = seal.IsTimestamp
            ? Timestamp(seal, result, integrity, uncovered is null, findings, provenBy)
            : Seal(seal, result, integrity, uncovered is null, findings, provenBy, storedAfter);
        // What is wrong about its frame has failed, whatever is left open about the signature in it.
        if (report.Indication != Indication.TotalFailed && (fault is not null || uncovered is not null))
            report = report with { Indication = Indication.TotalFailed, SubIndication = SubIndication.FormatFailure };
        return report with { Changes = later.Changes, DigestHolds = result is { Problem: null } };
    }

    private static Finding Describe(LaterChange change, int revision, FindingSeverity severity)
    {
        var (zh, en) = (change.Page, change.Object) switch
        {
            (0, 0) => ("", ""),
            (0, var number) => ($"（对象 {number}）", $" (object {number})"),
            (var page, 0) => ($"（第 {page} 页）", $" (page {page})"),
            var (page, number) => ($"（第 {page} 页，对象 {number}）", $" (page {page}, object {number})"),
        };
        return new Finding(change.Code, severity, revision, change.Zh + zh, change.En + en);
    }

    private Reason? Own(FoundSeal seal, SignatureResult? result) =>
        seal.Text(SealRestrictions.ActKey) is not null && result is { Data: { } data, Certificate: { } certificate }
            && ContentsRule.Read(((PdfString)seal.Signature["Contents"]!).Bytes, out _) is { } encoded
            ? OwnSealRule.Check(encoded, data, certificate, trust)
            : null;

    /// <summary>The digest of a seal's bytes, each hash computed once.</summary>
    private SignatureResult? Signature(FoundSeal seal, ByteRangeResult range)
    {
        var contents = ContentsRule.Read(((PdfString)seal.Signature["Contents"]!).Bytes, out var problem);
        if (contents is not { } encoded)
            return new SignatureResult(problem, SubIndication.FormatFailure, null, null, null, null, false);
        var digests = new Dictionary<HashAlgorithmName, byte[]>();
        return SignatureRule.Check(seal.Signature.Name("SubFilter"), encoded, DigestOf, stored);

        byte[] DigestOf(HashAlgorithmName hash)
        {
            if (digests.TryGetValue(hash, out var known))
                return known;
            return digests[hash] = HashAlgorithms.Digest(hash, file.Bytes.Span[..range.GapStart], file.Bytes.Span[range.GapEnd..range.End]);
        }
    }

    private SealReport Seal(FoundSeal seal, SignatureResult? result, Integrity integrity, bool covers, List<Finding> findings, DateTimeOffset? provenBy, ValidationData storedAfter)
    {
        var claimed = PdfDate.Read((seal.Revision.Resolve(seal.Signature["M"]) as PdfString)?.ToText());
        TimestampEvidence? timestamp = null;
        TrustResult? trusted = null;
        WeakAlgorithm? weak = null;
        var number = seal.Revision.Index + 1;
        DateTimeOffset? proven = provenBy;
        if (result?.Data is { } data && result.Problem is null && result.Certificate is { } certificate)
        {
            var helpers = CertificateBytes.LoadAll(data.Certificates).Concat(stored).ToList();
            timestamp = SignatureTimestampRule.Check(data, trust, stored, evidence, provenBy ?? now, now);
            if (timestamp is { Intact: true, Trusted: true } && (proven is null || timestamp.Time < proven))
                proven = timestamp.Time;
            if (timestamp is { Intact: false })
                findings.Add(new Finding("timestamp-broken", FindingSeverity.Warning, seal.Revision.Index + 1, $"签章时间戳无效：{timestamp.Detail.Zh}", $"The signature timestamp does not hold: {timestamp.Detail.En}"));
            else if (timestamp is { Trusted: false })
                findings.Add(new Finding("timestamp-untrusted", FindingSeverity.Warning, seal.Revision.Index + 1, $"时间戳服务不可信：{timestamp.Detail.Zh}", $"The timestamp authority is not trusted: {timestamp.Detail.En}"));
            trusted = TrustRule.Check(certificate, helpers, trust, evidence, proven, now);
            weak = AlgorithmRule.Weakest(result.Hash, data.Signer.SignatureAlgorithm, trusted.Path);
            Describe(trusted, seal, findings);
            if (weak is not null)
                findings.Add(new Finding("algorithm-weak", weak.End < (proven ?? now) ? FindingSeverity.Warning : FindingSeverity.Information, number,
                    $"签章或者证书使用了 {weak.Name}，自 {weak.End:yyyy-MM-dd} 起不再安全", $"The seal or its certificates use {weak.Name}, which is not secure since {weak.End:yyyy-MM-dd}"));
            if (result.Shortcoming is { } shortcoming)
                findings.Add(new Finding("seal-not-baseline", FindingSeverity.Warning, number, $"签章不符合 PAdES 基线：{shortcoming.Zh}", $"The seal is not PAdES baseline: {shortcoming.En}"));
        }
        var (indication, sub) = Conclude(integrity, result, trusted, timestamp, weak is not null && weak.End < (proven ?? now));
        var level = integrity != Integrity.Broken && result is { IsBaseline: true } ? Level(timestamp, provenBy, storedAfter, trusted) : (SealLevel?)null;
        return new SealReport(
            seal.Field, seal.IsCertification ? SealKind.Certification : SealKind.Approval, Act(seal), seal.Revision.Index + 1, integrity, covers,
            seal.Signature.Name("SubFilter") ?? "", result?.Certificate is null ? null : CertificateNames.Of(result.Certificate), claimed, proven,
            result?.Certificate, timestamp, trusted?.Evidence, level, indication, sub, findings) { EndedAt = sub == SubIndication.CryptoConstraintsFailureNoPoe ? weak?.End : trusted?.EndedAt };
    }

    private SealReport Timestamp(FoundSeal seal, SignatureResult? result, Integrity integrity, bool covers, List<Finding> findings, DateTimeOffset? provenBy)
    {
        TimestampEvidence? evidenceOfTime = null;
        var reason = SubIndication.None;
        if (result is { Problem: null, Token: { } token })
        {
            var check = TimestampCheck.Examine(token, token.Imprint.Span, trust, provenBy ?? now, stored, evidence, now);
            evidenceOfTime = SignatureTimestampRule.Describe(token, check);
            reason = check.Sub;
            if (!evidenceOfTime.Trusted)
                findings.Add(new Finding("timestamp-untrusted", FindingSeverity.Warning, seal.Revision.Index + 1, $"文件时间戳不可信：{check.Detail.Zh}", $"The document timestamp is not trusted: {check.Detail.En}"));
        }
        var (indication, sub) = integrity is Integrity.Broken or Integrity.DisallowedModification
            ? result is { Problem: not null } ? (Failed(result.Sub), result.Sub) : (Indication.TotalFailed, SubIndication.FormatFailure)
            : evidenceOfTime is { Intact: true, Trusted: true } ? (Indication.TotalPassed, SubIndication.None)
            : evidenceOfTime is { Intact: true } ? (Indication.Indeterminate, reason)
            : (Indication.Indeterminate, SubIndication.SigConstraintsFailure);
        return new SealReport(
            seal.Field, SealKind.DocumentTimestamp, null, seal.Revision.Index + 1, integrity, covers, seal.Signature.Name("SubFilter") ?? "",
            evidenceOfTime?.Authority, null, evidenceOfTime is { Intact: true, Trusted: true } ? evidenceOfTime.Time : provenBy, result?.Certificate, evidenceOfTime, null, null, indication, sub, findings);
    }

    private (Indication, SubIndication) Conclude(Integrity integrity, SignatureResult? result, TrustResult? trusted, TimestampEvidence? timestamp, bool weakened)
    {
        if (integrity == Integrity.Broken)
            return result is { Problem: not null } ? (Failed(result.Sub), result.Sub) : (Indication.TotalFailed, SubIndication.FormatFailure);
        if (integrity == Integrity.DisallowedModification)
            return (Indication.TotalFailed, SubIndication.FormatFailure);
        if (trusted is null)
            return (Indication.Indeterminate, SubIndication.NoSigningCertificateFound);
        if (trusted.Indication != Indication.TotalPassed)
            return (trusted.Indication, trusted.Sub);
        if (policy.RevocationRequired && !trusted.Evidence.RevocationProven)
            return (Indication.Indeterminate, SubIndication.TryLater);
        if (weakened)
            return (Indication.Indeterminate, SubIndication.CryptoConstraintsFailureNoPoe);
        if (result?.Shortcoming is not null)
            return (Indication.Indeterminate, SubIndication.SigConstraintsFailure);
        if (timestamp is { Intact: false })
            return (Indication.Indeterminate, SubIndication.SigConstraintsFailure);
        if (policy.TimestampRequired && timestamp is not { Trusted: true })
            return (Indication.Indeterminate, SubIndication.NoPoe);
        return (Indication.TotalPassed, SubIndication.None);
    }

    // EN 319 102-1, table 6: what is missing or unsupported is indeterminate, what is wrong has failed
    private static Indication Failed(SubIndication sub) => sub is SubIndication.NoSigningCertificateFound or SubIndication.CryptoConstraintsFailure or SubIndication.SigConstraintsFailure
        ? Indication.Indeterminate
        : Indication.TotalFailed;

    private void Describe(TrustResult trusted, FoundSeal seal, List<Finding> findings)
    {
        var number = seal.Revision.Index + 1;
        if (!trusted.Evidence.Trusted)
            findings.Add(new Finding("certificate-untrusted", FindingSeverity.Warning, number,
                $"证书不可信：{trusted.Evidence.Failing ?? "?"}（{trusted.Evidence.Detail.Zh}）", $"The certificate is not trusted: {trusted.Evidence.Failing ?? "?"} ({trusted.Evidence.Detail.En})"));
        foreach (var name in trusted.Evidence.LacksProof)
            findings.Add(new Finding("revocation-unproven", policy.RevocationRequired ? FindingSeverity.Warning : FindingSeverity.Information, number,
                $"文件内没有证书的吊销状态证明：{name}", $"The file holds no proof of the revocation state of: {name}"));
    }

    private static SealLevel Level(TimestampEvidence? timestamp, DateTimeOffset? provenBy, ValidationData storedAfter, TrustResult? trusted)
    {
        var hasProofs = !storedAfter.IsEmpty && trusted is { Evidence: { Trusted: true, RevocationProven: true } };
        if (timestamp is not { Intact: true })
            return SealLevel.B;
        if (!hasProofs)
            return SealLevel.T;
        return provenBy is null ? SealLevel.LT : SealLevel.LTA;
    }

    private static SealAct? Act(FoundSeal seal) => Enum.TryParse<SealAct>(seal.Text(SealRestrictions.ActKey), out var act) ? act : null;
}
