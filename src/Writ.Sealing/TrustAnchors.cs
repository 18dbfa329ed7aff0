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
