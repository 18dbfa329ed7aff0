namespace Writ.Documents;

/// <summary>见证: someone with no part in the case saw what happened and signs for it.</summary>
public sealed record WitnessStatement : Attestation
{
    public override string Act => "witness-statement";

    public required string Statement { get; init; }
}
