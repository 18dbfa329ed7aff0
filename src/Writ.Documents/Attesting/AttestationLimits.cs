namespace Writ.Documents;

/// <summary>How much one attestation may hold.</summary>
public sealed record AttestationLimits
{
    public static AttestationLimits Default { get; } = new();

    public InkLimits Ink { get; init; } = InkLimits.Default;

    /// <summary>Slots of one act.</summary>
    public int Slots { get; init; } = 8;

    /// <summary>Pages with ink of their own.</summary>
    public int Pages { get; init; } = 200;

    /// <summary>Officers present, recordings, attempts: each at most so many.</summary>
    public int Items { get; init; } = 20;

    /// <summary>Characters of a text; names and numbers are held to <see cref="ShortText"/>.</summary>
    public int Text { get; init; } = 500;

    public int ShortText { get; init; } = 80;

    /// <summary>Bytes of a fingerprint's picture.</summary>
    public int Picture { get; init; } = 1_048_576;

    /// <summary>Bytes of the record that is sealed: ISO 19005-3, 6.1.13 allows 32 767, and it is stored as it is.</summary>
    public int Record { get; init; } = 16_384;
}
