using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Writ.Sealing.Cms;

/// <summary>
/// Certificates out of other people's structures: one that cannot be read is absent, not an accident. Reading one costs more than
/// verifying a signature, and the same few come again and again, so those read last are kept by their content.
/// </summary>
internal static class CertificateBytes
{
    private const int MaxKept = 512;

    private static readonly ConcurrentDictionary<UInt128, X509Certificate2> Kept = new();

    public static X509Certificate2? TryLoad(ReadOnlyMemory<byte> encoded)
    {
        // Half of a SHA-256; the bytes are compared all the same.
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(encoded.Span, hash);
        var key = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);
        if (Kept.TryGetValue(key, out var known) && known.RawDataMemory.Span.SequenceEqual(encoded.Span))
            return known;
        try
        {
            var loaded = X509CertificateLoader.LoadCertificate(encoded.Span);
            Decode(loaded);
            if (Kept.Count >= MaxKept)
                Kept.Clear();
            Kept[key] = loaded;
            return loaded;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // The platform decodes extensions when they are first asked for, and throws then; a certificate with one that cannot be decoded is none.
    private static void Decode(X509Certificate2 certificate)
    {
        foreach (var extension in certificate.Extensions)
            _ = extension switch
            {
                X509SubjectKeyIdentifierExtension subject => subject.SubjectKeyIdentifierBytes.Length,
                X509AuthorityKeyIdentifierExtension authority => authority.KeyIdentifier?.Length ?? 0,
                X509KeyUsageExtension usage => (int)usage.KeyUsages,
                X509EnhancedKeyUsageExtension usages => usages.EnhancedKeyUsages.Count,
                X509BasicConstraintsExtension constraints => constraints.PathLengthConstraint,
                _ => 0,
            };
    }

    public static IReadOnlyList<X509Certificate2> LoadAll(IEnumerable<ReadOnlyMemory<byte>> encoded)
    {
        var all = new List<X509Certificate2>();
        foreach (var bytes in encoded)
            if (TryLoad(bytes) is { } certificate)
                all.Add(certificate);
        return all;
    }
}
