namespace Writ.Documents;

/// <summary>改动确认: the person had a passage of the record corrected, and confirms the correction.</summary>
/// <remarks>The printed passage stays as it is: what replaces it stands in the slot, as corrections stand in the margin of paper.</remarks>
public sealed record Alteration : Attestation
{
    public override string Act => "alteration";

    /// <summary>From 1.</summary>
    public required int Page { get; init; }

    /// <summary>As printed; empty for an addition.</summary>
    public required string Old { get; init; }

    /// <summary>Empty for a deletion.</summary>
    public required string New { get; init; }
}
