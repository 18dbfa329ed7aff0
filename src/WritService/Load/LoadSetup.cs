using WritService.Problems;

namespace WritService.Load;

internal static class LoadSetup
{
    public static void AddLoad(this WebApplicationBuilder builder)
    {
        LoadSettings settings = builder.Configuration.GetSection("Writ:Load").Get<LoadSettings>(options => options.ErrorOnUnknownConfiguration = true) ?? new LoadSettings();
        if (settings.MemoryMegabytes > 0)
        {
            AppContext.SetData("GCHeapHardLimit", (ulong)settings.MemoryMegabytes << 20);
            GC.RefreshMemoryLimit();
        }
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<LoadGate>();
        builder.WebHost.ConfigureKestrel(server =>
        {
            // A client that sends its headers or its body drop by drop holds a connection, never a seat for long.
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            server.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(75);
            server.Limits.MinRequestBodyDataRate = new(bytesPerSecond: 4096, gracePeriod: TimeSpan.FromSeconds(5));
            server.Limits.MinResponseDataRate = new(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(10));
            server.Limits.MaxRequestHeadersTotalSize = 32 << 10;
            server.Limits.MaxRequestLineSize = 8 << 10;
        });
    }

    public static void UseLoad(this WebApplication app)
    {
        LoadGate gate = app.Services.GetRequiredService<LoadGate>();
        app.Use(next => context => gate.Pass(context, next));
    }

    /// <summary>Marks a call that works on a body.</summary>
    public static TBuilder IsWork<TBuilder>(this TBuilder call) where TBuilder : IEndpointConventionBuilder => 
        call.WithMetadata(new Work()).Refuses(ProblemKinds.BadRequest, ProblemKinds.DigestMismatch, ProblemKinds.TooManyRequests, ProblemKinds.Overloaded, ProblemKinds.OutOfTime);
}
