namespace Writ.Documents;

/// <summary>捺印 in place of a signature, by someone who does not write.</summary>
public sealed record Fingerprint : Attestation
{
    public override string Act => "fingerprint";

    public required FingerImage Print { get; init; }

    /// <summary>Why there is a print and no signature.</summary>
    public required string Reason { get; init; }

    /// <summary>The person cannot read: the document must have been read aloud to them first.</summary>
    public bool CannotRead { get; init; }
}
