using System.Net;
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
internal sealed class CertificateAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, AccessSettings access, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "ClientCertificate";
    private const int LongestHeader = 16 << 10;

    private readonly IPAddress[] proxies = [.. access.TrustedProxies.Select(IPAddress.Parse)];

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
        IPAddress? peer = Context.Connection.RemoteIpAddress;
        if (peer is null || !proxies.Contains(peer.IsIPv4MappedToIPv6 ? peer.MapToIPv4() : peer))
            return null;
        try
        {
            return X509Certificate2.CreateFromPem(Uri.UnescapeDataString(value));
        }
        // Whoever fills the header wrongly proves nothing.
        catch (CryptographicException)
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
