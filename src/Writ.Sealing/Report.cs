using System.Security.Cryptography.X509Certificates;

namespace Writ.Sealing;

/// <summary>What an examination found; never a bare yes or no.</summary>
/// <param name="Integrity">Worst over all seals and document timestamps.</param>
/// <param name="Indication">Worst over all seals, with the reason of that seal.</param>
/// <param name="EmptyFields">Names of signature fields that nobody has filled.</param>
/// <param name="Revisions">How many revisions the file has.</param>
public sealed record Report(
    Integrity Integrity,
    Indication Indication,
    SubIndication SubIndication,
    IReadOnlyList<SealReport> Seals,
    IReadOnlyList<string> EmptyFields,
    int Revisions,
    IReadOnlyList<Finding> Findings)
{
    /// <summary>What the document says of itself contradicts what it prints or holds.</summary>
    public bool IsContradictory { get; private init; }

    /// <summary>The same report on a document that contradicts itself: it has failed.</summary>
    public Report Contradicting() => this with
    {
        IsContradictory = true,
        Indication = Indication.TotalFailed,
        SubIndication = Indication == Indication.TotalFailed ? SubIndication : SubIndication.FormatFailure,
    };

    /// <summary>What the document says of itself could not be held against it.</summary>
    public bool IsUnreviewed { get; private init; }

    /// <summary>The same report on a document whose account of itself nobody could hold against it: it does not pass.</summary>
    public Report Unreviewed() => Seals.Count == 0 || Indication == Indication.TotalFailed ? this : this with { IsUnreviewed = true, Indication = Indication.Indeterminate };

    /// <summary>Why the indication is what it is; empty when there is nothing to say.</summary>
    public Reason Reason => IsUnreviewed && SubIndication == SubIndication.None
        ? new("文书自述与所印内容、签署记录未能核对完毕", "what the writ says of itself could not be held against what is printed and recorded")
        : IndicationTexts.Of(SubIndication, Integrity, IsContradictory);

    /// <summary>One sentence first, in Chinese.</summary>
    public string VerdictZh => ReportSentences.Zh(this);

    /// <summary>The same in English.</summary>
    public string VerdictEn => ReportSentences.En(this);

    /// <summary>Times of the seals and document timestamps, in order: proven, else claimed.</summary>
    public IReadOnlyList<DateTimeOffset> SealTimes() => [.. Seals.Select(seal => seal.ProvenTime ?? seal.ClaimedTime).OfType<DateTimeOffset>()];
}

public enum SealKind
{
    /// <summary>Certifying signature (DocMDP).</summary>
    Certification,

    Approval,

    /// <summary>RFC 3161 token over the document.</summary>
    DocumentTimestamp,
}

/// <summary>What was found about one seal.</summary>
/// <param name="Revision">The revision that brought it, counted from 1.</param>
/// <param name="CoversRevision">Its byte range is exactly everything up to the end of that revision but the signature itself.</param>
/// <param name="ClaimedTime">/M: a claim, no proof.</param>
/// <param name="ProvenTime">Earliest time for which there is proof that the seal existed.</param>
/// <param name="Level">Baseline level reached; null when not even B.</param>
/// <param name="Act">What the seal says it is, when it is one of ours.</param>
public sealed record SealReport(
    string Field,
    SealKind Kind,
    SealAct? Act,
    int Revision,
    Integrity Integrity,
    bool CoversRevision,
    string SubFilter,
    string? Signer,
    DateTimeOffset? ClaimedTime,
    DateTimeOffset? ProvenTime,
    X509Certificate2? Certificate,
    TimestampEvidence? Timestamp,
    TrustEvidence? Trust,
    SealLevel? Level,
    Indication Indication,
    SubIndication SubIndication,
    IReadOnlyList<Finding> Findings)
{
    /// <summary>Length in bytes of the file up to the end of the seal's revision: what was there when it was sealed.</summary>
    public int End { get; init; }

    /// <summary>What followed the seal.</summary>
    public LaterChanges Changes { get; init; }

    /// <summary>The digest of the covered bytes and the signature over it hold, whether or not all is covered.</summary>
    public bool DigestHolds { get; init; }

    /// <summary>Why the indication is what it is; empty when there is nothing to say.</summary>
    public Reason Reason => IndicationTexts.Of(SubIndication, Integrity, contradictory: false);

    /// <summary>When that happened after which no such seal could be made: its certificate ended or was revoked, its algorithm was broken.</summary>
    internal DateTimeOffset? EndedAt { get; init; }

    /// <summary>Unchanged bytes and a signature that holds, whatever followed and whoever signed.</summary>
    public bool Intact => Integrity is Integrity.IntactAndCovers or Integrity.IntactWithAllowedLaterChanges or Integrity.DisallowedModification;
}

/// <summary>What a timestamp proves.</summary>
/// <param name="Intact">Imprint, signature and use of the authority's certificate hold.</param>
/// <param name="Trusted">And the authority's certificate leads to a trusted root.</param>
public sealed record TimestampEvidence(DateTimeOffset Time, string Authority, bool Intact, bool Trusted, Reason Detail);

/// <summary>Whether the signer's certificate leads to a trusted root at the time that counts.</summary>
/// <param name="Path">Names from the signer upwards.</param>
/// <param name="Failing">Certificate on which it failed.</param>
/// <param name="RevocationProven">Every certificate below the root has a proof that it was not revoked.</param>
/// <param name="LacksProof">Names of certificates without such a proof.</param>
public sealed record TrustEvidence(bool Trusted, DateTimeOffset At, IReadOnlyList<string> Path, string? Failing, Reason Detail, bool RevocationProven, IReadOnlyList<string> LacksProof);
