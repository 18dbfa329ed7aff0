using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Writ.Sealing;

namespace Writ.Outside;

/// <summary>
/// A key inside a PKCS#11 token, reached through the platform's OpenSSL: a provider where one is installed, else the engine
/// (Debian: libengine-pkcs11-openssl). The private key never enters this process; only digests go to the token.
/// </summary>
/// <param name="uri">RFC 7512, e.g. <c>pkcs11:token=bureau;object=seal;type=private</c>, without the PIN.</param>
/// <param name="pin">Given to OpenSSL, kept no longer than this object, shown never.</param>
/// <param name="provider">Name of an OpenSSL provider; null for the engine.</param>
internal sealed class Pkcs11Token(string uri, string? pin, string? provider = null, string engine = "pkcs11")
{
    /// <param name="certificates">PEM: the certificate of the key, then its issuers.</param>
    public SealOutcome<ISealKey> Open(string name, string certificates, bool pss = false)
    {
        if (!OperatingSystem.IsLinux())
            return SealProblem.KeyUnavailable(name); // tokens are reached through OpenSSL, which is the platform's on Linux
        try
        {
            var all = new X509Certificate2Collection();
            all.ImportFromPem(certificates);
            if (all.Count == 0)
                return SealProblem.KeyUnreadable(name);
            using var handle = provider is null
                ? SafeEvpPKeyHandle.OpenPrivateKeyFromEngine(engine, WithPin())
                : SafeEvpPKeyHandle.OpenKeyFromProvider(provider, WithPin());
            using var publicKey = all[0].GetECDsaPublicKey();
            AsymmetricAlgorithm key = publicKey is not null ? new ECDsaOpenSsl(handle) : new RSAOpenSsl(handle);
            return SealKeys.Checked(PlatformSealKey.Of(name, all[0], key, SealKeys.Above(all[0], all), pss));
        }
        catch (Exception e) when (e is CryptographicException or PlatformNotSupportedException)
        {
            return SealProblem.KeyUnavailable(name); // the message of the platform quotes the URI, PIN included
        }
    }

    public override string ToString() => "PKCS#11 token";

    // RFC 7512, 2.3: pin-value is a query attribute; everything but unreserved characters is percent-encoded
    private string WithPin() => pin is null ? uri : $"{uri}{(uri.Contains('?', StringComparison.Ordinal) ? '&' : '?')}pin-value={Uri.EscapeDataString(pin)}";
}
