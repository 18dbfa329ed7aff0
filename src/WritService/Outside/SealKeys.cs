using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Writ.Sealing;

namespace Writ.Outside;

/// <summary>
/// The seal keys of this installation: several bureaus side by side, chosen by name, each allowed to certain callers only.
/// Reading a key file says what is wrong in words that never repeat its content or password.
/// </summary>
internal sealed class SealKeys
{
    private readonly Dictionary<string, (ISealKey Key, IReadOnlySet<string>? Callers)> keys = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => keys.Keys;

    /// <param name="callers">Who may seal with it; null for everybody who may seal at all.</param>
    public void Add(ISealKey key, IEnumerable<string>? callers = null) =>
        keys.Add(key.Name, (key, callers?.ToHashSet(StringComparer.Ordinal)));

    /// <summary>The key, when it exists and the caller may use it; both failures look alike from outside.</summary>
    public SealOutcome<ISealKey> Find(string name, string? caller) =>
        keys.TryGetValue(name, out var found) && (found.Callers is null || (caller is not null && found.Callers.Contains(caller)))
            ? Outcome(found.Key)
            : SealProblem.KeyUnknown(name);

    public static SealOutcome<ISealKey> FromPkcs12(string name, ReadOnlySpan<byte> file, ReadOnlySpan<char> password, bool pss = false)
    {
        try
        {
            var bag = X509CertificateLoader.LoadPkcs12Collection(file, password, X509KeyStorageFlags.EphemeralKeySet);
            var owner = bag.FirstOrDefault(c => c.HasPrivateKey);
            return owner is null
                ? SealProblem.KeyUnreadable(name)
                : Checked(PlatformSealKey.Of(name, owner, Above(owner, bag), pss));
        }
        catch (CryptographicException)
        {
            return SealProblem.KeyUnreadable(name);
        }
    }

    /// <param name="certificates">The certificate, then its issuers.</param>
    /// <param name="key">PKCS#8, encrypted or not, or the older EC and RSA forms.</param>
    /// <param name="password">Empty when the key is not encrypted.</param>
    public static SealOutcome<ISealKey> FromPem(string name, string certificates, ReadOnlySpan<char> key, ReadOnlySpan<char> password, bool pss = false)
    {
        try
        {
            var all = new X509Certificate2Collection();
            all.ImportFromPem(certificates);
            if (all.Count == 0)
                return SealProblem.KeyUnreadable(name);
            AsymmetricAlgorithm held = IsEcdsa(all[0]) ? ECDsa.Create() : RSA.Create();
            if (password.IsEmpty)
                held.ImportFromPem(key);
            else
                held.ImportFromEncryptedPem(key, password);
            return Checked(PlatformSealKey.Of(name, all[0], held, Above(all[0], all), pss));
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return SealProblem.KeyUnreadable(name);
        }
    }

    private static bool IsEcdsa(X509Certificate2 certificate)
    {
        using var key = certificate.GetECDsaPublicKey();
        return key is not null;
    }

    /// <summary>Everything in the file above the certificate, issuer by issuer, without a root.</summary>
    internal static List<X509Certificate2> Above(X509Certificate2 owner, IEnumerable<X509Certificate2> all)
    {
        var chain = new List<X509Certificate2>();
        var candidates = all.Where(c => c.Thumbprint != owner.Thumbprint && c.Subject != c.Issuer).ToList();
        for (var current = owner; candidates.Find(c => c.SubjectName.RawData.AsSpan().SequenceEqual(current.IssuerName.RawData)) is { } issuer; current = issuer)
        {
            candidates.Remove(issuer);
            chain.Add(X509CertificateLoader.LoadCertificate(issuer.RawDataMemory.Span));
        }
        return chain;
    }

    /// <summary>Key and certificate belong together when one verifies what the other signs.</summary>
    internal static SealOutcome<ISealKey> Checked(PlatformSealKey key)
    {
        Span<byte> probe = stackalloc byte[key.Algorithm == SealAlgorithm.EcdsaP384Sha384 ? 48 : 32];
        probe.Fill(0x5A);
        var signed = key.SignAsync(probe.ToArray(), CancellationToken.None).Result; // a key the platform holds answers at once
        if (!signed.Succeeded)
            return SealOutcome<ISealKey>.Refuse(signed.Problems);
        return SealSignature.Verifies(key.Certificate, key.Algorithm, probe, signed.Value) ? Outcome(key) : SealProblem.CertificateKeyMismatch(key.Name);
    }

    private static SealOutcome<ISealKey> Outcome(ISealKey key) => SealOutcome<ISealKey>.Of(key);
}
