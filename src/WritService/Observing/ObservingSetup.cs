namespace WritService.Observing;

/// <summary>Logs as JSON lines outside Development; no line quotes what a caller sent.</summary>
internal static class ObservingSetup
{
    public static void AddObserving(this WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        if (!builder.Environment.IsDevelopment())
            builder.Logging.ClearProviders().AddJsonConsole(options => options.UseUtcTimestamp = true);
        builder.Services.AddSingleton<RequestLog>();
    }

    public static void UseObserving(this WebApplication app)
    {
        RequestLog log = app.Services.GetRequiredService<RequestLog>();
        app.Use(next => context => log.Pass(context, next));
    }
}
