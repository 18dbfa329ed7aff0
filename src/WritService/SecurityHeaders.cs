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
            : IsShown(context.Response) && context.GetEndpoint()?.Metadata.GetMetadata<ContentPolicy>() is { } page ? page.Text : Policy;
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        return Task.CompletedTask;
    }

    // A page, or the script of a worker, which has a policy of its own; a problem in its place is neither. 304 names no type, and browsers
    // take its policy for that of the page they kept (RFC 9111, 4.3.4).
    private static bool IsShown(HttpResponse response) => response.StatusCode == StatusCodes.Status304NotModified
        || (response.ContentType is { } type && (type.StartsWith("text/html", StringComparison.Ordinal) || type.StartsWith("text/javascript", StringComparison.Ordinal)));
}
