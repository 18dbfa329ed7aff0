using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace WritService.Access;

/// <summary>Header <c>X-Api-Key</c>, or <c>Authorization: Bearer</c> where no tokens are configured: the caller is the one whose stored hash the key has.</summary>
internal sealed class KeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, AccessSettings access, DevelopmentKey development, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "ApiKey", Header = "X-Api-Key", Bearer = "Bearer ";
    private const int Longest = 256;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string? key = Request.Headers[Header];
        if (key is null && access.Jwt is null && Request.Headers.Authorization.ToString() is var bearer && bearer.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            key = bearer[Bearer.Length..];
        if (key is null)
            return Task.FromResult(AuthenticateResult.NoResult());
        return Task.FromResult(key.Length <= Longest && Find(key) is { } caller
            ? AuthenticateResult.Success(new AuthenticationTicket(caller.Principal(SchemeName), SchemeName))
            : AuthenticateResult.Fail("unknown or expired key"));
    }

    // Every stored hash is compared, each in constant time: the duration tells nothing of which one was near.
    private Caller? Find(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        Caller? found = null;
        foreach (KeyHolder holder in access.ApiKeys)
            if (CryptographicOperations.FixedTimeEquals(hash, Convert.FromHexString(holder.Sha256)) && !(holder.Expires <= clock.GetUtcNow()))
                found = new Caller(holder.Caller, holder.Scopes.ToHashSet(), holder.Profiles?.ToHashSet());
        if (development.Hash is { } own && CryptographicOperations.FixedTimeEquals(hash, own))
            found = new Caller(DevelopmentKey.CallerName, Scopes.All.ToHashSet(), null);
        return found;
    }
}
