using System.Net.Http.Headers;
using System.Security.Cryptography;
using Writ.Sealing;

namespace Writ.Outside;

/// <summary>
/// RFC 3161 over HTTP (RFC 3161, 3.4): several authorities in order, each with time-out, retries and a circuit breaker.
/// An answer is believed only after <see cref="TimestampResponse.Accept"/>; an authority that lies is passed over like one that is silent.
/// </summary>
internal sealed class HttpTimestampAuthority : ITimestampAuthority
{
    private const int MaxResponse = 64 * 1024;

    private readonly HttpClient http;
    private readonly TimestampSettings settings;
    private readonly TrustAnchors trust;
    private readonly TimeProvider clock;
    private readonly IReadOnlyList<(Uri Address, CircuitBreaker Breaker)> authorities;

    public HttpTimestampAuthority(HttpClient http, TimestampSettings settings, TrustAnchors trust, TimeProvider clock)
    {
        if (settings.Authorities.Count == 0)
            throw new ArgumentException("No timestamp authority is configured.", nameof(settings));
        this.http = http;
        this.settings = settings;
        this.trust = trust;
        this.clock = clock;
        authorities = settings.Authorities.Select(a => (a, new CircuitBreaker(settings.BreakAfter, settings.BreakFor, clock))).ToList();
    }

    public string Name => string.Join(", ", settings.Authorities.Select(a => a.Host));

    public async ValueTask<SealOutcome<TimestampToken>> StampAsync(ReadOnlyMemory<byte> sha256, CancellationToken cancellation)
    {
        var problems = new List<SealProblem>();
        foreach (var (address, breaker) in authorities)
        {
            if (!breaker.TryEnter())
            {
                problems.Add(SealProblem.TimestampDown(address.Host, breaker.Remaining));
                continue;
            }
            var outcome = await AskAsync(address, sha256, cancellation);
            if (outcome.Succeeded)
            {
                breaker.Succeeded();
                return outcome;
            }
            breaker.Failed();
            problems.AddRange(outcome.Problems);
        }
        return SealOutcome<TimestampToken>.Refuse(problems);
    }

    private async Task<SealOutcome<TimestampToken>> AskAsync(Uri address, ReadOnlyMemory<byte> sha256, CancellationToken cancellation)
    {
        SealProblem? last = null;
        for (var attempt = 0; attempt < settings.Attempts; attempt++)
        {
            if (attempt > 0)
                await Task.Delay(settings.Backoff * (1 << (attempt - 1)), clock, cancellation);
            // A new nonce for each attempt, so that a late answer to an earlier one is not taken for this one's.
            var query = new TimestampQuery(HashAlgorithmName.SHA256, sha256, RandomNumberGenerator.GetBytes(16));
            var response = await SendAsync(address, query, cancellation);
            if (response is null)
            {
                last = SealProblem.TimestampDown(address.Host, settings.BreakFor);
                continue;
            }
            return TimestampResponse.Accept(address.Host, query, response, trust, clock.GetUtcNow(), settings.Tolerance);
        }
        return last ?? SealProblem.TimestampDown(address.Host, settings.BreakFor);
    }

    /// <summary>The body of a successful answer, or null for every way of not getting one.</summary>
    private async Task<byte[]?> SendAsync(Uri address, TimestampQuery query, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(settings.Timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address);
            request.Content = new ByteArrayContent(query.Encode());
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(TimestampQuery.MediaType);
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(TimestampResponse.MediaType));
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            if (!response.IsSuccessStatusCode || response.Content.Headers.ContentType?.MediaType != TimestampResponse.MediaType)
                return null;
            return await BoundedBody.ReadAsync(response.Content, MaxResponse, both.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null; // our time-out, not the caller's wish
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return null;
        }
    }
}
