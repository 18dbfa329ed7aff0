using WritService.Observing;

namespace WritService.Access;

/// <summary>Which pages of others may call from a browser (CORS, WHATWG Fetch 3.2): those of the configured origins, without cookies; by default none.</summary>
internal static class CrossOrigin
{
    private static readonly string[] Asked =
    [
        "Accept", "Accept-Language", "Authorization", "Content-Type", "Content-Digest", "If-None-Match", "Repr-Digest", "Want-Repr-Digest", KeyAuthentication.Header, RequestLog.RequestHeader, "traceparent",
    ];

    private static readonly string[] Answered =
    [
        "Content-Language", "ETag", "Repr-Digest", "Retry-After", RequestLog.TraceHeader, RequestLog.RequestHeader, "Writ-Batch-At", "Writ-Document", "Writ-Pages", "Writ-Receipt", "Writ-Verdict", "WWW-Authenticate",
    ];

    public static void AddCrossOrigin(this WebApplicationBuilder builder) => builder.Services.AddCors();

    public static void UseCrossOrigin(this WebApplication app)
    {
        if (app.Services.GetRequiredService<AccessSettings>().Origins is { Count: > 0 } origins)
            app.UseCors(policy => policy.WithOrigins([.. origins]).WithMethods("GET", "HEAD", "POST").WithHeaders(Asked).WithExposedHeaders(Answered).SetPreflightMaxAge(TimeSpan.FromMinutes(10)));
    }

    public static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri.Scheme is "https" or "http" && text == $"{uri.Scheme}://{uri.Authority}";
}
