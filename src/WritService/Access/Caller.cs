using System.Security.Claims;

namespace WritService.Access;

/// <summary>Who is calling and what that caller may do, whichever way it was proven.</summary>
/// <param name="Name">Stands in logs, limits and seal-key lists; never a secret.</param>
/// <param name="Scopes">From <see cref="Access.Scopes"/>.</param>
/// <param name="Profiles">Ids of the profiles the caller may use; null for all.</param>
internal sealed record Caller(string Name, IReadOnlySet<string> Scopes, IReadOnlySet<string>? Profiles)
{
    public const string Anonymous = "anonymous";
    private const string ScopeClaim = "scope", ShortScopeClaim = "scp", ProfileClaim = "profiles";

    public bool May(string scope) =>
        scope == Access.Scopes.Seal ? Scopes.Any(held => held.StartsWith(Access.Scopes.Seal + ":", StringComparison.Ordinal)) : Scopes.Contains(scope);

    public bool MaySealWith(string key) => Scopes.Contains(Access.Scopes.SealWithAll) || Scopes.Contains(Access.Scopes.SealWith(key));

    public bool MayUse(string profile) => Profiles is null || Profiles.Contains(profile);

    /// <summary>As the framework carries it.</summary>
    public ClaimsPrincipal Principal(string scheme)
    {
        ClaimsIdentity identity = new([new Claim("sub", Name), .. Scopes.Select(scope => new Claim(ScopeClaim, scope))], scheme, "sub", null);
        foreach (string profile in Profiles ?? Enumerable.Empty<string>())
            identity.AddClaim(new Claim(ProfileClaim, profile));
        return new ClaimsPrincipal(identity);
    }

    /// <summary>The caller of an authenticated request: <c>sub</c> (or <c>client_id</c>), <c>scope</c> (RFC 8693, 4.2: separated by spaces; some issuers call it <c>scp</c>) and, where present, <c>profiles</c>.</summary>
    public static Caller Of(ClaimsPrincipal principal)
    {
        string name = principal.FindFirstValue("sub") ?? principal.FindFirstValue("client_id") ?? Anonymous;
        HashSet<string> scopes = [.. principal.FindAll(claim => claim.Type is ScopeClaim or ShortScopeClaim).SelectMany(claim => claim.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        HashSet<string> profiles = [.. principal.FindAll(ProfileClaim).SelectMany(claim => claim.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        return new Caller(name, scopes, profiles.Count > 0 ? profiles : null);
    }
}
