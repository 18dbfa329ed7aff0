namespace Writ.Documents;

/// <summary>当事人不到场: nobody was there to sign.</summary>
public sealed record Absence : Attestation
{
    public override string Act => "absence";

    public required string Reason { get; init; }

    /// <summary>How the person was told to come, or why they could not be told.</summary>
    public required string Notified { get; init; }
}
