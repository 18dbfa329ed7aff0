using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.IdentityModel.Tokens;
using Writ.Outside;
using WritService.Problems;

namespace WritService.Access;

/// <summary>Sets up who may come in (section <c>Writ:Access</c>), and refuses a configuration that leaves a door open.</summary>
internal static class AccessGate
{
    private const string Chooser = "Caller", DefaultAddress = "http://127.0.0.1:8080";

    public static void AddAccess(this WebApplicationBuilder builder)
    {
        AccessSettings access = Read(builder);
        if (Addresses(builder.Configuration).Count == 0)
            builder.WebHost.UseUrls(DefaultAddress);
        builder.Services.AddSingleton(access);
        builder.Services.AddSingleton<DevelopmentKey>();
        builder.Services.AddSingleton(new TrustedProxies(access));
        if (access.Certificates.Count > 0)
            // Callers are known by thumbprint: the handshake shows that they hold the key, and no chain is asked for.
            builder.WebHost.ConfigureKestrel(server => server.ConfigureHttpsDefaults(tls =>
            {
                tls.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
                tls.AllowAnyClientCertificate();
            }));
        builder.Services.AddSingleton<IAuthorizationHandler, ScopeCheck>();

        // Without AddAuthentication's data protection: it would keep a key ring in a file, and nothing here is kept between calls.
        builder.Services.AddAuthenticationCore(options => options.DefaultScheme = Chooser);
        builder.Services.AddSingleton<IAuthenticationConfigurationProvider, NothingElsewhere>();
        builder.Services.AddWebEncoders();
        AuthenticationBuilder schemes = new AuthenticationBuilder(builder.Services)
            .AddPolicyScheme(Chooser, Chooser, chooser => chooser.ForwardDefaultSelector = context => Scheme(context, access))
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.SchemeName, null)
            .AddScheme<AuthenticationSchemeOptions, CertificateAuthentication>(CertificateAuthentication.SchemeName, null)
            .AddScheme<AuthenticationSchemeOptions, OpenAuthentication>(OpenAuthentication.SchemeName, null);
        if (access.Jwt is { } issuer)
            schemes.AddJwtBearer(options => Accept(options, issuer));

        // A call that says nothing of scopes is closed to those who prove nothing.
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    public static void UseAccess(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        if (app.Services.GetRequiredService<DevelopmentKey>().Text is { } key)
            Console.WriteLine($"No access is configured. Development key for this run, loopback only: {KeyAuthentication.Header}: {key}");
    }

    /// <summary>Development seals are for development: beyond loopback and outside Development the service does not start with them.</summary>
    public static void RefuseDevelopmentSeals(this WebApplication app, Chancery house)
    {
        if (house.Seals.Development is not null && !app.Environment.IsDevelopment() && Addresses(app.Configuration).FirstOrDefault(address => !IsLoopback(address)) is { } exposed)
            throw new AccessRefusal($"{exposed} can be reached from outside, and the seal keys are the development ones. Configure Writ:Seals, or bind loopback only.");
    }

    /// <summary>The scope a call needs.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder call, string scope) where TBuilder : IEndpointConventionBuilder =>
        call.RequireAuthorization().WithMetadata(new ScopeNeeded(scope)).Refuses(ProblemKinds.Unauthenticated, ProblemKinds.Forbidden);

    private static AccessSettings Read(WebApplicationBuilder builder)
    {
        IConfigurationSection section = builder.Configuration.GetSection("Writ:Access");
        AccessSettings access = section.Get<AccessSettings>(options => options.ErrorOnUnknownConfiguration = true) ?? new AccessSettings();
        if (section["Open"] is null)
            access = access with { Open = builder.Environment.IsDevelopment() && !access.Configured };

        IEnumerable<string> scopes = access.ApiKeys.SelectMany(key => key.Scopes).Concat(access.Certificates.SelectMany(holder => holder.Scopes)).Concat(access.Public);
        if (scopes.FirstOrDefault(scope => !Scopes.IsKnown(scope)) is { } unknown)
            throw new AccessRefusal($"Writ:Access names the unknown scope '{unknown}'. Known: {string.Join(", ", Scopes.All)}, {Scopes.SealWith("<key>")}.");
        if (access.ApiKeys.FirstOrDefault(key => key.Sha256.Length != 64 || key.Sha256.Any(c => !char.IsAsciiHexDigit(c))) is { } bad)
            throw new AccessRefusal($"The key of caller '{bad.Caller}' is not given as a SHA-256 in hex.");
        if (access.CertificateHeader is not null && access.TrustedProxies.Count == 0)
            throw new AccessRefusal("Writ:Access:CertificateHeader is believed from Writ:Access:TrustedProxies only, and none is named.");
        if (access.Origins.FirstOrDefault(origin => !CrossOrigin.IsOrigin(origin)) is { } page)
            throw new AccessRefusal($"Writ:Access:Origins: '{page}' is no origin such as https://cases.example.");
        if (access.Open && !builder.Environment.IsDevelopment())
            throw new AccessRefusal("Writ:Access:Open is for Development only.");
        string? exposed = Addresses(builder.Configuration).FirstOrDefault(address => !IsLoopback(address));
        if (exposed is not null && (access.Open || !access.Configured))
            throw new AccessRefusal($"{exposed} can be reached from outside, and nobody has to prove who they are. Configure Writ:Access, or bind loopback only.");
        return access;
    }

    private static string Scheme(HttpContext context, AccessSettings access)
    {
        if (context.Request.Headers.ContainsKey(KeyAuthentication.Header))
            return KeyAuthentication.SchemeName;
        if (context.Request.Headers.Authorization.Count > 0)
            return access.Jwt is null ? KeyAuthentication.SchemeName : JwtBearerDefaults.AuthenticationScheme;
        if (context.Connection.ClientCertificate is not null || (access.CertificateHeader is { } header && context.Request.Headers.ContainsKey(header)))
            return CertificateAuthentication.SchemeName;
        return OpenAuthentication.SchemeName;
    }

    // RFC 8725: the algorithm comes from the key, none and HMAC never; iss, aud and exp are always held against the configuration.
    private static void Accept(JwtBearerOptions options, TokenIssuer issuer)
    {
        options.MapInboundClaims = false;
        options.IncludeErrorDetails = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = issuer.Issuer,
            ValidAudience = issuer.Audience,
            ValidAlgorithms = ["ES256", "ES384", "ES512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            ClockSkew = TimeSpan.FromSeconds(30),
        };
        if (issuer.KeyFile is null)
            options.Authority = issuer.Issuer;
        else
            options.TokenValidationParameters.IssuerSigningKeys = TokenKeys.Read(issuer.KeyFile);
    }

    /// <summary>Every address the configuration binds: <c>urls</c>, <c>http_ports</c>, <c>https_ports</c> and Kestrel's endpoints.</summary>
    internal static IReadOnlyList<string> Addresses(IConfiguration configuration) =>
    [
        .. (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        .. (configuration["http_ports"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(port => $"http://*:{port}"),
        .. (configuration["https_ports"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(port => $"https://*:{port}"),
        .. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? "*"),
    ];

    internal static bool IsLoopback(string address)
    {
        if (address.StartsWith("http://unix:", StringComparison.Ordinal))
            return true;
        string host = BindingAddress.Parse(address).Host;
        return host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? ip) && IPAddress.IsLoopback(ip));
    }
}
