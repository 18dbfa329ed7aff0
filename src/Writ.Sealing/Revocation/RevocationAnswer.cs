namespace Writ.Sealing;

public enum RevocationState
{
    Good,
    Revoked,

    /// <summary>The source does not know, or its answer cannot be used.</summary>
    Unknown,
}

/// <summary>What a proof says about one certificate.</summary>
/// <param name="RevokedAt">Set when revoked.</param>
/// <param name="ReasonCode">CRLReason of RFC 5280, 5.3.1, when given.</param>
/// <param name="ThisUpdate">From when the answer speaks.</param>
/// <param name="NextUpdate">Until when it is fresh; null when the source promises nothing.</param>
/// <param name="Detail">Why the state is unknown.</param>
public sealed record RevocationAnswer(
    RevocationState State,
    DateTimeOffset? RevokedAt,
    int? ReasonCode,
    DateTimeOffset ThisUpdate,
    DateTimeOffset? NextUpdate,
    string Detail)
{
    internal static RevocationAnswer Unusable(string detail) => new(RevocationState.Unknown, null, null, DateTimeOffset.MinValue, null, detail);
}
