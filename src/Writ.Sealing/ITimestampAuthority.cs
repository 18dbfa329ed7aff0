namespace Writ.Sealing;

/// <summary>Whoever says what time it is, in the form of RFC 3161 tokens.</summary>
public interface ITimestampAuthority
{
    string Name { get; }

    /// <summary>
    /// Asks for a token over a SHA-256 digest. A token that comes back has already been held against the question
    /// (imprint, nonce), the clock and the authority's certificate.
    /// </summary>
    ValueTask<SealOutcome<TimestampToken>> StampAsync(ReadOnlyMemory<byte> sha256, CancellationToken cancellation);
}
