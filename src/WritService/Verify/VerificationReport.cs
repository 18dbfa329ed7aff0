using Writ.Documents;
using Writ.Outside;
using Writ.Sealing;
using WritService.Problems;

namespace WritService.Verify;

/// <summary>What an examination found.</summary>
/// <param name="Verdict"><c>passed</c>, <c>failed</c>, <c>indeterminate</c> or <c>unreadable</c>.</param>
/// <param name="Text">The verdict in one sentence.</param>
/// <param name="Integrity">What became of the sealed bytes; the worst over all seals.</param>
/// <param name="Indication">Main result (ETSI EN 319 102-1), the worst over all seals.</param>
/// <param name="SubIndication">Its reason.</param>
/// <param name="Revisions">How many revisions the file has.</param>
/// <param name="Seals">Every seal and document timestamp, oldest first.</param>
/// <param name="EmptyFields">Signature fields that nobody has filled.</param>
/// <param name="Findings">What was noticed about the file as a whole.</param>
/// <param name="Writ">What a document of this service says of itself, held against itself; absent for any other file.</param>
internal sealed record VerificationReport(
    string Verdict, string Text, string Integrity, string Indication, string SubIndication, int Revisions,
    IReadOnlyList<SealDetail> Seals, IReadOnlyList<string> EmptyFields, IReadOnlyList<FindingDetail> Findings, WritDetail? Writ)
{
    public static VerificationReport Of(Report report, WritReview? review, Language language) => new(
        Verdicts.Of(report).Word(), language == Language.English ? report.VerdictEn : report.VerdictZh,
        Kebab.Of(report.Integrity), Kebab.Of(report.Indication), Kebab.Of(report.SubIndication), report.Revisions,
        [.. report.Seals.Select(seal => SealDetail.Of(seal, language))], report.EmptyFields, FindingDetail.Of(report.Findings, language),
        review is null ? null : WritDetail.Of(review, language));
}

/// <summary>What was found about one seal.</summary>
/// <param name="End">Length in bytes of the file up to the end of the seal's revision: what was there when it was sealed.</param>
internal sealed record SealDetail(
    string Field, string Kind, string? Act, int Revision, int End, string Integrity, bool CoversRevision, string SubFilter, string? Signer,
    DateTimeOffset? ClaimedTime, DateTimeOffset? ProvenTime, CertificateDetail? Certificate, TimestampDetail? Timestamp, TrustDetail? Trust,
    string? Level, string Indication, string SubIndication, IReadOnlyList<FindingDetail> Findings)
{
    public static SealDetail Of(SealReport seal, Language language) => new(
        seal.Field, Kebab.Of(seal.Kind), seal.Act is { } act ? Kebab.Of(act) : null, seal.Revision, seal.End, Kebab.Of(seal.Integrity), seal.CoversRevision, seal.SubFilter, seal.Signer,
        seal.ClaimedTime, seal.ProvenTime,
        seal.Certificate is { } certificate ? new CertificateDetail(certificate.Subject, certificate.Issuer, certificate.SerialNumber, certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime()) : null,
        seal.Timestamp is { } stamp ? new TimestampDetail(stamp.Time, stamp.Authority, stamp.Intact, stamp.Trusted, Words(stamp.Detail, language)) : null,
        seal.Trust is { } trust ? new TrustDetail(trust.Trusted, trust.At, trust.Path, trust.Failing, Words(trust.Detail, language), trust.RevocationProven, trust.LacksProof) : null,
        seal.Level is { } level ? $"B-{level}" : null, Kebab.Of(seal.Indication), Kebab.Of(seal.SubIndication), FindingDetail.Of(seal.Findings, language));

    private static string Words(Reason reason, Language language) => language == Language.English ? reason.En : reason.Zh;
}

/// <summary>A certificate by its names.</summary>
internal sealed record CertificateDetail(string Subject, string Issuer, string SerialNumber, DateTimeOffset NotBefore, DateTimeOffset NotAfter);

/// <summary>What a timestamp proves.</summary>
internal sealed record TimestampDetail(DateTimeOffset Time, string Authority, bool Intact, bool Trusted, string Detail);

/// <summary>Whether the signer's certificate leads to a trusted root.</summary>
internal sealed record TrustDetail(bool Trusted, DateTimeOffset At, IReadOnlyList<string> Path, string? Failing, string Detail, bool RevocationProven, IReadOnlyList<string> LacksProof);

/// <summary>What the verifier noticed.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Severity"><c>information</c>, <c>warning</c> or <c>error</c>.</param>
/// <param name="Revision">The revision it is about, counted from 1; 0 for the file.</param>
/// <param name="Text">In the caller's language.</param>
internal sealed record FindingDetail(string Code, string Severity, int Revision, string Text)
{
    public static IReadOnlyList<FindingDetail> Of(IReadOnlyList<Finding> findings, Language language) =>
        [.. findings.Select(finding => new FindingDetail(finding.Code, Kebab.Of(finding.Severity), finding.Revision, language == Language.English ? finding.En : finding.Zh))];
}
