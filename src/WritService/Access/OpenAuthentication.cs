using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace WritService.Access;

/// <summary>Nobody proved anything: a caller with the public scopes, or with all of them when development is open on loopback.</summary>
internal sealed class OpenAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, AccessSettings access)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "Open";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        IReadOnlyList<string> scopes = access.Open ? Scopes.All : access.Public;
        return Task.FromResult(scopes.Count == 0
            ? AuthenticateResult.NoResult()
            : AuthenticateResult.Success(new AuthenticationTicket(new Caller(Caller.Anonymous, scopes.ToHashSet(), null).Principal(SchemeName), SchemeName)));
    }
}
