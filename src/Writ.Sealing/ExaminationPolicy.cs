namespace Writ.Sealing;

/// <summary>What a checker demands beyond intact bytes and a trusted signer.</summary>
/// <param name="RevocationRequired">Without proof that no certificate of the path was revoked the result is indeterminate (TRY_LATER).</param>
/// <param name="TimestampRequired">Without a trusted timestamp the result is indeterminate.</param>
public sealed record ExaminationPolicy(bool RevocationRequired, bool TimestampRequired)
{
    /// <summary>Revocation is judged when proofs are there, and their absence is reported.</summary>
    public static readonly ExaminationPolicy Default = new(RevocationRequired: false, TimestampRequired: false);

    /// <summary>For evidence that must stand alone: timestamp and proofs in the file.</summary>
    public static readonly ExaminationPolicy LongTerm = new(RevocationRequired: true, TimestampRequired: true);
}
