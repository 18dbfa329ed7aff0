using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace WritService.Access;

/// <summary>
/// Mutual TLS: the client certificate of the connection itself, or the one a trusted reverse proxy hands on in a header. A caller is
/// known by the thumbprint of its certificate, so no authority can make another one for it.
/// </summary>
internal sealed class CertificateAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, AccessSettings access, TrustedProxies proxies, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "ClientCertificate";
    private const int LongestHeader = 16 << 10;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        using X509Certificate2? handedOn = FromProxy();
        X509Certificate2? certificate = handedOn ?? Context.Connection.ClientCertificate;
        if (certificate is null)
            return Task.FromResult(AuthenticateResult.NoResult());
        return Task.FromResult(Find(certificate) is { } caller
            ? AuthenticateResult.Success(new AuthenticationTicket(caller.Principal(SchemeName), SchemeName))
            : AuthenticateResult.Fail("unknown or expired certificate"));
    }

    private X509Certificate2? FromProxy()
    {
        if (access.CertificateHeader is not { } name || Request.Headers[name] is not [{ Length: > 0 and <= LongestHeader } value])
            return null;
        if (!proxies.Include(Context.Connection.RemoteIpAddress))
            return null;
        try
        {
            // RFC 9440, 2.1: a byte sequence of a structured field, :base64:
            return value is [':', .. var der, ':'] ? X509CertificateLoader.LoadCertificate(Convert.FromBase64String(der)) : X509Certificate2.CreateFromPem(Uri.UnescapeDataString(value));
        }
        // Whoever fills the header wrongly proves nothing.
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private Caller? Find(X509Certificate2 certificate)
    {
        DateTime now = clock.GetUtcNow().UtcDateTime;
        if (now < certificate.NotBefore.ToUniversalTime() || now > certificate.NotAfter.ToUniversalTime())
            return null;
        string thumbprint = certificate.GetCertHashString(HashAlgorithmName.SHA256);
        CertificateHolder? holder = access.Certificates.FirstOrDefault(holder => holder.Sha256.Equals(thumbprint, StringComparison.OrdinalIgnoreCase));
        return holder is null ? null : new Caller(holder.Caller, holder.Scopes.ToHashSet(), holder.Profiles?.ToHashSet());
    }
}
