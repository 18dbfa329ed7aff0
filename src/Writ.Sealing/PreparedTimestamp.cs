using System.Security.Cryptography;
using Writ.Sealing.Placing;

namespace Writ.Sealing;

/// <summary>A document timestamp with everything in place but the token.</summary>
public sealed class PreparedTimestamp
{
    private readonly SignatureRoom room;

    internal PreparedTimestamp(SignatureRoom room)
    {
        this.room = room;
        DigestToStamp = room.Digest(HashAlgorithmName.SHA256);
    }

    /// <summary>What <see cref="ITimestampAuthority.StampAsync"/> stamps: the SHA-256 of the document's bytes around /Contents.</summary>
    public ReadOnlyMemory<byte> DigestToStamp { get; }

    public SealOutcome<SealedDocument> Complete(TimestampToken token)
    {
        if (token.ImprintHash != HashAlgorithmName.SHA256 || !token.Imprint.Span.SequenceEqual(DigestToStamp.Span))
            return SealProblem.TimestampImprint("");
        if (token.Encoded.Length > room.Capacity)
            return SealProblem.SpaceTooSmall(token.Encoded.Length, room.Capacity);
        return room.Fill(token.Encoded.Span, token.Time);
    }
}
