using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Writ.Sealing;

/// <summary>The roots a checker believes in, and certificates that may help to reach them. Nothing else is ever trusted.</summary>
public sealed class TrustAnchors
{
    public static readonly TrustAnchors None = new([], []);

    public TrustAnchors(IEnumerable<X509Certificate2> roots, IEnumerable<X509Certificate2> intermediates)
    {
        Roots = [.. roots];
        Intermediates = [.. intermediates];
    }

    public ImmutableArray<X509Certificate2> Roots { get; }

    /// <summary>Helpers for building a chain; being here makes none of them trusted.</summary>
    public ImmutableArray<X509Certificate2> Intermediates { get; }

    // A path that led to a root does so at every time at which all of its certificates are valid: signatures do not change.
    private const int MaxPaths = 512;
    private readonly ConcurrentDictionary<string, ImmutableArray<X509Certificate2>> paths = new(StringComparer.Ordinal);

    internal ImmutableArray<X509Certificate2>? KnownPath(X509Certificate2 certificate, DateTimeOffset at) =>
        paths.TryGetValue(certificate.Thumbprint, out var path)
        && path[0].RawDataMemory.Span.SequenceEqual(certificate.RawDataMemory.Span)
        && path.All(c => at >= c.NotBefore && at <= c.NotAfter)
            ? path
            : null;

    internal void Remember(IReadOnlyList<X509Certificate2> path)
    {
        if (paths.Count >= MaxPaths)
            paths.Clear();
        paths[path[0].Thumbprint] = [.. path];
    }

    /// <summary>Reads every certificate of PEM text: self-issued ones become roots, the others helpers.</summary>
    /// <exception cref="CryptographicException">The text holds no readable certificate.</exception>
    public static TrustAnchors FromPem(string pem)
    {
        var all = new X509Certificate2Collection();
        all.ImportFromPem(pem);
        if (all.Count == 0)
            throw new CryptographicException("The PEM text holds no certificate.");
        return new TrustAnchors(
            all.Where(c => c.SubjectName.RawData.AsSpan().SequenceEqual(c.IssuerName.RawData)),
            all.Where(c => !c.SubjectName.RawData.AsSpan().SequenceEqual(c.IssuerName.RawData)));
    }
}
