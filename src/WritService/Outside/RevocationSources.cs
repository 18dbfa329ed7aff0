using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Writ.Sealing;

namespace Writ.Outside;

/// <summary>
/// Fetches proofs of revocation state: OCSP first, then CRL. Only hosts the configuration allows are ever called, whatever a
/// certificate says, and no redirect is followed. Proofs are kept as long as they are fresh.
/// </summary>
internal sealed class RevocationSources
{
    private const int MaxOcsp = 64 * 1024;
    private const int MaxCrl = 16 * 1024 * 1024;
    private const int MaxKept = 1024;
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly HttpClient http;
    private readonly IReadOnlySet<string> allowed;
    private readonly TimeSpan timeout;
    private readonly TimeProvider clock;
    private readonly ConcurrentDictionary<string, Kept> kept = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Told> told = new(StringComparer.Ordinal);

    private sealed record Kept(byte[] Bytes, DateTimeOffset Until);

    private sealed record Told(SealProblem? Revoked, DateTimeOffset Until);

    /// <param name="http">With a handler that follows no redirects; see <see cref="NewHandler"/>.</param>
    /// <param name="allowed">Hosts as <c>name</c> or <c>name:port</c>; the port may be left out only when it is the scheme's own.</param>
    public RevocationSources(HttpClient http, IEnumerable<string> allowed, TimeSpan timeout, TimeProvider clock)
    {
        this.http = http;
        this.allowed = allowed.ToHashSet(StringComparer.OrdinalIgnoreCase);
        this.timeout = timeout;
        this.clock = clock;
    }

    public static HttpMessageHandler NewHandler() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false };

    /// <summary>Proofs for every certificate of a path below its root, or the certificate that is revoked or lacks proof.</summary>
    /// <param name="path">The certificate, its issuers, the root last.</param>
    public async Task<SealOutcome<ValidationData>> CollectAsync(IReadOnlyList<X509Certificate2> path, CancellationToken cancellation)
    {
        var data = new ValidationData(path.Select(c => (ReadOnlyMemory<byte>)c.RawDataMemory).ToList(), [], []);
        for (var i = 0; i + 1 < path.Count; i++)
        {
            var (certificate, issuer) = (path[i], path[i + 1]);
            var (answer, proof) = await OcspAsync(certificate, issuer, cancellation);
            if (answer is null or { State: RevocationState.Unknown })
                (answer, proof) = await CrlAsync(certificate, issuer, cancellation);
            if (answer is { State: RevocationState.Revoked })
                return SealProblem.CertificateRevoked(certificate.GetNameInfo(X509NameType.SimpleName, false), answer.RevokedAt ?? answer.ThisUpdate);
            if (answer is not { State: RevocationState.Good } || proof is null)
                return SealProblem.RevocationMissing(certificate.GetNameInfo(X509NameType.SimpleName, false));
            data = data.With(proof);
        }
        return data;
    }

    /// <summary>
    /// The problem of a certificate that is known to be revoked. A source that is silent says nothing; what was told, or not told, holds for a
    /// minute, so that sealing many documents asks once and waits once.
    /// </summary>
    public async Task<SealProblem?> FindRevokedAsync(X509Certificate2 certificate, X509Certificate2 issuer, CancellationToken cancellation)
    {
        var name = certificate.GetCertHashString(HashAlgorithmName.SHA256);
        if (told.TryGetValue(name, out var before) && before.Until > clock.GetUtcNow())
            return before.Revoked;
        var proven = await CollectAsync([certificate, issuer], cancellation);
        var revoked = proven.Problems.FirstOrDefault(problem => problem.Fault == SealFault.Key);
        Put(told, name, new Told(revoked, clock.GetUtcNow() + Pause));
        return revoked;
    }

    private async Task<(RevocationAnswer?, ValidationData?)> OcspAsync(X509Certificate2 certificate, X509Certificate2 issuer, CancellationToken cancellation)
    {
        var name = "ocsp " + certificate.GetCertHashString(HashAlgorithmName.SHA256);
        if (Fresh(name) is { } known)
            return Examine(known, []);
        foreach (var address in CertificateAddresses.Ocsp(certificate).Where(IsAllowed))
        {
            var nonce = RandomNumberGenerator.GetBytes(16);
            using var request = new HttpRequestMessage(HttpMethod.Post, address);
            request.Content = new ByteArrayContent(OcspQuery.Encode(certificate, issuer, nonce));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(OcspQuery.MediaType);
            if (await SendAsync(request, MaxOcsp, cancellation) is not { } bytes)
                continue;
            var (answer, proof) = Examine(bytes, nonce);
            if (answer is not { State: RevocationState.Good or RevocationState.Revoked } || !IsCurrent(answer))
                continue;
            Keep(name, bytes, answer.NextUpdate);
            return (answer, proof);
        }
        return (null, null);

        (RevocationAnswer?, ValidationData?) Examine(byte[] bytes, byte[] nonce)
        {
            try
            {
                return (OcspAnswer.Parse(bytes).Examine(certificate, issuer, nonce), new ValidationData([], [bytes], []));
            }
            catch (CmsFormatException)
            {
                return (null, null);
            }
        }
    }

    private async Task<(RevocationAnswer?, ValidationData?)> CrlAsync(X509Certificate2 certificate, X509Certificate2 issuer, CancellationToken cancellation)
    {
        foreach (var address in CertificateAddresses.RevocationLists(certificate).Where(IsAllowed))
        {
            var name = "crl " + address.AbsoluteUri;
            var bytes = Fresh(name);
            if (bytes is null)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                bytes = await SendAsync(request, MaxCrl, cancellation);
            }
            if (bytes is null)
                continue;
            try
            {
                var answer = CertificateRevocations.Parse(bytes).Examine(certificate, issuer);
                if (answer.State == RevocationState.Unknown || !IsCurrent(answer))
                    continue;
                Keep(name, bytes, answer.NextUpdate);
                return (answer, new ValidationData([], [], [bytes]));
            }
            catch (CmsFormatException)
            {
                continue; // not a list; another address may have one
            }
        }
        return (null, null);
    }

    private bool IsAllowed(Uri address) => address.Scheme is ("http" or "https") && address.UserInfo.Length == 0 && allowed.Contains(address.Authority);

    private bool IsCurrent(RevocationAnswer answer)
    {
        var now = clock.GetUtcNow();
        return answer.ThisUpdate <= now + Margin && (answer.NextUpdate is not { } next || next >= now);
    }

    private byte[]? Fresh(string name) => kept.TryGetValue(name, out var found) && found.Until > clock.GetUtcNow() ? found.Bytes : null;

    private void Keep(string name, byte[] bytes, DateTimeOffset? nextUpdate)
    {
        if (nextUpdate is { } until)
            Put(kept, name, new Kept(bytes, until - Margin));
    }

    private static void Put<T>(ConcurrentDictionary<string, T> memory, string name, T value)
    {
        if (memory.Count >= MaxKept)
            memory.Clear();
        memory[name] = value;
    }

    private async Task<byte[]?> SendAsync(HttpRequestMessage request, int limit, CancellationToken cancellation)
    {
        using var own = new CancellationTokenSource(timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, own.Token);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            return response.IsSuccessStatusCode ? await BoundedBody.ReadAsync(response.Content, limit, both.Token) : null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return null;
        }
    }
}
