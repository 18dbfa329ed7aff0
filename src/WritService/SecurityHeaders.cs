namespace WritService;

/// <summary>Headers every answer carries. The service has no page of others in it and is in no page of others.</summary>
internal static class SecurityHeaders
{
    private const string Policy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    // Swagger UI brings its own scripts and styles, and starts itself by an inline one.
    private const string SwaggerPolicy = "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    // On starting, because a fault on the way clears what was set before.
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        context.Response.OnStarting(static state => Put((HttpContext)state), context);
        return next(context);
    });

    private static Task Put(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments("/swagger") ? SwaggerPolicy
            : IsPage(headers) && context.GetEndpoint()?.Metadata.GetMetadata<ContentPolicy>() is { } page ? page.Text : Policy;
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        return Task.CompletedTask;
    }

    private static bool IsPage(IHeaderDictionary headers) => headers.ContentType.ToString().StartsWith("text/html", StringComparison.Ordinal);
}
