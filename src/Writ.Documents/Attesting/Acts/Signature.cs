using System.Collections.Immutable;

namespace Writ.Documents;

/// <summary>签名: ink in the slot, on every page where the slot stands; with the closing phrase in the person's own hand where the form asks for it, and a fingerprint over the name where custom does.</summary>
public sealed record Signature : Attestation
{
    public override string Act => "signature";

    public ImmutableArray<PageInk> Inks { get; init; } = [];

    /// <summary>What the person wrote, as text.</summary>
    public string? Phrase { get; init; }

    /// <summary>And the hand it was written in.</summary>
    public Ink? PhraseInk { get; init; }
}
