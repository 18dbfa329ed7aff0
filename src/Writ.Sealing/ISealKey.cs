using System.Security.Cryptography.X509Certificates;

namespace Writ.Sealing;

/// <summary>
/// A private key that seals; it may live in a file, a token or a far machine, which is why signing is asynchronous and
/// why only a digest ever travels to it.
/// </summary>
public interface ISealKey
{
    /// <summary>Name by which configuration and callers choose the key, e.g. <c>bureau</c>; never secret.</summary>
    string Name { get; }

    /// <summary>The certificate of the key, public part only.</summary>
    X509Certificate2 Certificate { get; }

    /// <summary>Certificates above <see cref="Certificate"/>, issuer first; the root may be absent.</summary>
    IReadOnlyList<X509Certificate2> Chain { get; }

    SealAlgorithm Algorithm { get; }

    /// <summary>
    /// Signs a digest that was made with the hash of <see cref="Algorithm"/>.
    /// ECDSA gives the DER form (RFC 3279, 2.2.3), RSA the signature octets.
    /// </summary>
    ValueTask<SealOutcome<byte[]>> SignAsync(ReadOnlyMemory<byte> digest, CancellationToken cancellation);
}
