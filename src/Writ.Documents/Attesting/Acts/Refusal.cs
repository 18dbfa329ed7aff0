namespace Writ.Documents;

/// <summary>拒签: the person was shown the document and would not sign it.</summary>
public sealed record Refusal : Attestation
{
    public override string Act => "refusal";

    /// <summary>The reason the person gave, or that none was given.</summary>
    public required string Reason { get; init; }
}
