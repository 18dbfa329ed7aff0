namespace WritService.Access;

/// <summary>Section <c>Writ:Access</c>: who may come in, and how each proves it.</summary>
internal sealed record AccessSettings
{
    /// <summary>Callers with a key of their own; only the key's SHA-256 is kept.</summary>
    public IReadOnlyList<KeyHolder> ApiKeys { get; init; } = [];

    /// <summary>Tokens of an OpenID Connect issuer, or of a local key file.</summary>
    public TokenIssuer? Jwt { get; init; }

    /// <summary>Callers known by their client certificate.</summary>
    public IReadOnlyList<CertificateHolder> Certificates { get; init; } = [];

    /// <summary>Header in which a reverse proxy hands on the client certificate (URL-encoded PEM, or base64 between colons as RFC 9440 has it); believed only from <see cref="TrustedProxies"/>.</summary>
    public string? CertificateHeader { get; init; }

    /// <summary>Addresses or networks (10.1.0.0/16) of the proxies. What they say in X-Forwarded-For tells callers without proof apart.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    /// <summary>Scopes that need no proof, such as <c>documents:verify</c> for a public verification page.</summary>
    public IReadOnlyList<string> Public { get; init; } = [];

    /// <summary>Origins (https://cases.example) whose pages may call from a browser (CORS); none by default.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>
    /// Everybody may do everything. So it is in Development as long as nobody is configured; outside Development, or when another
    /// address than loopback is bound, the service refuses to start with it.
    /// </summary>
    public bool Open { get; init; }

    /// <summary>Callers with a pace of their own, in requests a second.</summary>
    internal IEnumerable<(string Caller, double PerSecond)> Paces =>
    [
        .. ApiKeys.Where(key => key.RequestsPerSecond is not null).Select(key => (key.Caller, key.RequestsPerSecond!.Value)),
        .. Certificates.Where(holder => holder.RequestsPerSecond is not null).Select(holder => (holder.Caller, holder.RequestsPerSecond!.Value)),
    ];

    /// <summary>Somebody can prove who they are.</summary>
    public bool Configured => ApiKeys.Count > 0 || Jwt is not null || Certificates.Count > 0;
}

/// <param name="Caller">Name of the caller.</param>
/// <param name="Sha256">SHA-256 of the key, lower-case hex: <c>printf %s "$KEY" | sha256sum</c>. Keys have 128 random bits or more, so one round is enough.</param>
/// <param name="Scopes">What the caller may do.</param>
/// <param name="Profiles">Which profiles it may use; absent for all.</param>
/// <param name="Expires">The moment after which the key is refused; absent for never.</param>
/// <param name="RequestsPerSecond">The caller's own pace; absent for the general one.</param>
internal sealed record KeyHolder(string Caller, string Sha256, IReadOnlyList<string> Scopes, IReadOnlyList<string>? Profiles = null, DateTimeOffset? Expires = null, double? RequestsPerSecond = null);

/// <param name="Issuer">Expected <c>iss</c>; also where the keys are discovered when there is no <paramref name="KeyFile"/>.</param>
/// <param name="Audience">Expected <c>aud</c>.</param>
/// <param name="KeyFile">A JWK set or PEM public key; nothing is fetched then.</param>
internal sealed record TokenIssuer(string Issuer, string Audience, string? KeyFile = null);

/// <param name="Caller">Name of the caller.</param>
/// <param name="Sha256">SHA-256 thumbprint of its certificate, hex.</param>
/// <param name="Scopes">What the caller may do.</param>
/// <param name="Profiles">Which profiles it may use; absent for all.</param>
/// <param name="RequestsPerSecond">The caller's own pace; absent for the general one.</param>
internal sealed record CertificateHolder(string Caller, string Sha256, IReadOnlyList<string> Scopes, IReadOnlyList<string>? Profiles = null, double? RequestsPerSecond = null);
