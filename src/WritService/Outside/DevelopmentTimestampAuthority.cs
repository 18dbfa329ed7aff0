using System.Numerics;
using System.Security.Cryptography;
using Writ.Sealing;

namespace Writ.Outside;

/// <summary>The built-in authority for development: the same question and the same checks as over the wire, answered in this process.</summary>
internal sealed class DevelopmentTimestampAuthority(TimestampResponder responder, TrustAnchors trust, TimeProvider clock) : ITimestampAuthority
{
    public string Name => "development";

    public ValueTask<SealOutcome<TimestampToken>> StampAsync(ReadOnlyMemory<byte> sha256, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var query = new TimestampQuery(HashAlgorithmName.SHA256, sha256, RandomNumberGenerator.GetBytes(16));
        var response = Answer(query.Encode());
        return ValueTask.FromResult(TimestampResponse.Accept(Name, query, response, trust, clock.GetUtcNow(), TimeSpan.FromMinutes(1)));
    }

    /// <summary>Answers a request of others, as POST /tsa does.</summary>
    public byte[] Answer(ReadOnlyMemory<byte> request) =>
        responder.Answer(request, clock.GetUtcNow(), new BigInteger(RandomNumberGenerator.GetBytes(16), isUnsigned: true));
}
