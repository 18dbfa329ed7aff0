namespace Writ.Documents;

/// <summary>宣读: the document was read to someone who cannot read it.</summary>
public sealed record ReadAloud : Attestation
{
    public override string Act => "read-aloud";

    /// <summary>Who listened; <see cref="Attestation.Person"/> is who read.</summary>
    public required string Listener { get; init; }

    /// <summary>Why it was read: 不识字, 视力障碍 …</summary>
    public required string Reason { get; init; }

    /// <summary>What the listener said to it.</summary>
    public required string Answer { get; init; }
}
