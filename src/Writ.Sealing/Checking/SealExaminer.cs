using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Writ.Pdf;
using Writ.Sealing.Certificates;
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

    /// <param name="violations">What later revisions did that no rule allows, in words.</param>
    /// <param name="hasLater">Whether anything follows the seal's revision.</param>
    /// <param name="stripped">Why the seal no longer stands in the file, or null.</param>
    /// <param name="provenBy">Time of the earliest later document timestamp that holds and is trusted.</param>
    public SealReport Examine(FoundSeal seal, IReadOnlyList<RevisionJudgement> violations, bool hasLater, string? stripped, DateTimeOffset? provenBy, ValidationData storedAfter)
    {
        var number = seal.Revision.Index + 1;
        var findings = new List<Finding>();
        var subFilter = seal.Signature.Name("SubFilter");

        var range = ByteRangeRule.Check(file.Bytes.Span, seal.Signature);
        var covers = range.Problem is null && range.End >= seal.Revision.MarkerEnd && range.End <= seal.Revision.End;
        var problem = range.Problem ?? (covers ? null : "the signed bytes do not end with the seal's revision");
        var result = problem is null ? Signature(seal, range) : null;
        problem ??= result?.Problem;
        if (problem is not null)
            findings.Add(new Finding("seal-broken", FindingSeverity.Error, number, $"签章“{seal.Field}”已被破坏:{problem}", $"The seal {seal.Field} does not hold: {problem}"));
        if (stripped is not null)
            findings.Add(new Finding("seal-stripped", FindingSeverity.Error, number, $"签章“{seal.Field}”后来被移除或替换", $"The seal {seal.Field}: {stripped}"));
        foreach (var judgement in violations)
            foreach (var violation in judgement.Violations)
                findings.Add(new Finding("later-change-disallowed", FindingSeverity.Error, judgement.Revision, $"签章后不被允许的修改:{violation}", $"Not allowed after sealing: {violation}"));

        var integrity = problem is not null ? Integrity.Broken
            : stripped is not null || violations.Count > 0 ? Integrity.DisallowedModification
            : hasLater || range.End < seal.Revision.End || file.Anomalies.Any(a => a.Kind == AnomalyKind.TrailingBytes) ? Integrity.IntactWithAllowedLaterChanges
            : Integrity.IntactAndCovers;
        if (integrity == Integrity.IntactWithAllowedLaterChanges && !hasLater && seal.Revision.End == file.Bytes.Length)
            integrity = Integrity.IntactAndCovers; // only the line end after the marker is outside

        return seal.IsTimestamp
            ? Timestamp(seal, result, integrity, covers, findings, provenBy)
            : Seal(seal, result, integrity, covers, findings, provenBy, storedAfter);
    }

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
            using var running = IncrementalHash.CreateHash(hash);
            running.AppendData(file.Bytes.Span[..range.GapStart]);
            running.AppendData(file.Bytes.Span[range.GapEnd..range.End]);
            return digests[hash] = running.GetHashAndReset();
        }
    }

    private SealReport Seal(FoundSeal seal, SignatureResult? result, Integrity integrity, bool covers, List<Finding> findings, DateTimeOffset? provenBy, ValidationData storedAfter)
    {
        var claimed = PdfDate.Read((seal.Revision.Resolve(seal.Signature["M"]) as PdfString)?.ToText());
        TimestampEvidence? timestamp = null;
        TrustResult? trusted = null;
        DateTimeOffset? proven = provenBy;
        if (result?.Data is { } data && result.Problem is null && result.Certificate is { } certificate)
        {
            var helpers = CertificateBytes.LoadAll(data.Certificates).Concat(stored).ToList();
            timestamp = SignatureTimestampRule.Check(data, trust, stored, provenBy ?? now);
            if (timestamp is { Intact: true, Trusted: true } && (proven is null || timestamp.Time < proven))
                proven = timestamp.Time;
            if (timestamp is { Intact: false })
                findings.Add(new Finding("timestamp-broken", FindingSeverity.Warning, seal.Revision.Index + 1, $"签章时间戳无效:{timestamp.Detail}", $"The signature timestamp does not hold: {timestamp.Detail}"));
            else if (timestamp is { Trusted: false })
                findings.Add(new Finding("timestamp-untrusted", FindingSeverity.Warning, seal.Revision.Index + 1, $"时间戳服务不可信:{timestamp.Detail}", $"The timestamp authority is not trusted: {timestamp.Detail}"));
            trusted = TrustRule.Check(certificate, helpers, trust, evidence, proven, now);
            Describe(trusted, seal, findings);
            if (result.Hash == HashAlgorithmName.SHA1)
                findings.Add(new Finding("hash-weak", FindingSeverity.Warning, seal.Revision.Index + 1, "签章使用了过时的 SHA-1", "The seal uses SHA-1"));
        }
        var (indication, sub) = Conclude(integrity, result, trusted, timestamp);
        var level = integrity != Integrity.Broken && result is { IsBaseline: true } ? Level(timestamp, provenBy, storedAfter, trusted) : (SealLevel?)null;
        return new SealReport(
            seal.Field, IsCertification(seal) ? SealKind.Certification : SealKind.Approval, Act(seal), seal.Revision.Index + 1, integrity, covers,
            seal.Signature.Name("SubFilter") ?? "", result?.Certificate is null ? null : CertificateNames.Of(result.Certificate), claimed, proven,
            result?.Certificate, timestamp, trusted?.Evidence, level, indication, sub, findings);
    }

    private SealReport Timestamp(FoundSeal seal, SignatureResult? result, Integrity integrity, bool covers, List<Finding> findings, DateTimeOffset? provenBy)
    {
        TimestampEvidence? evidenceOfTime = null;
        if (result is { Problem: null, Token: { } token })
        {
            var check = TimestampCheck.Examine(token, token.Imprint.Span, trust, provenBy ?? now, stored);
            evidenceOfTime = SignatureTimestampRule.Describe(token, check);
            if (!evidenceOfTime.Trusted)
                findings.Add(new Finding("timestamp-untrusted", FindingSeverity.Warning, seal.Revision.Index + 1, $"文件时间戳不可信:{check.Detail}", $"The document timestamp is not trusted: {check.Detail}"));
        }
        var (indication, sub) = integrity is Integrity.Broken or Integrity.DisallowedModification
            ? (Indication.TotalFailed, result is { Problem: not null } ? result.Sub : SubIndication.FormatFailure)
            : evidenceOfTime is { Intact: true, Trusted: true } ? (Indication.TotalPassed, SubIndication.None)
            : evidenceOfTime is { Intact: true } ? (Indication.Indeterminate, SubIndication.NoCertificateChainFound)
            : (Indication.Indeterminate, SubIndication.SigConstraintsFailure);
        return new SealReport(
            seal.Field, SealKind.DocumentTimestamp, null, seal.Revision.Index + 1, integrity, covers, seal.Signature.Name("SubFilter") ?? "",
            evidenceOfTime?.Authority, null, evidenceOfTime?.Time, result?.Certificate, evidenceOfTime, null, null, indication, sub, findings);
    }

    private (Indication, SubIndication) Conclude(Integrity integrity, SignatureResult? result, TrustResult? trusted, TimestampEvidence? timestamp)
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
        if (timestamp is { Intact: false })
            return (Indication.Indeterminate, SubIndication.SigConstraintsFailure);
        if (policy.TimestampRequired && timestamp is not { Trusted: true })
            return (Indication.Indeterminate, SubIndication.NoCertificateChainFound);
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
                $"证书不可信:{trusted.Evidence.Failing ?? "?"}({trusted.Evidence.Detail})", $"The certificate is not trusted: {trusted.Evidence.Failing ?? "?"} ({trusted.Evidence.Detail})"));
        foreach (var name in trusted.Evidence.LacksProof)
            findings.Add(new Finding("revocation-unproven", policy.RevocationRequired ? FindingSeverity.Warning : FindingSeverity.Information, number,
                $"文件内没有证书的吊销状态证明:{name}", $"The file holds no proof of the revocation state of: {name}"));
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

    private static bool IsCertification(FoundSeal seal) =>
        seal.Revision.Resolve(seal.Signature["Reference"]) is PdfArray references
        && references.Any(r => seal.Revision.Resolve(r) is PdfDictionary reference && seal.Revision.Resolve(reference["TransformMethod"]) is PdfName { Value: "DocMDP" });

    private static SealAct? Act(FoundSeal seal) => Enum.TryParse<SealAct>(seal.Signature.Name("WRIT_Act"), out var act) ? act : null;
}
