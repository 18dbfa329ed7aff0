using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Writ.Outside;
using WritService.Access;
using WritService.Batches;
using WritService.Load;

namespace WritService.Observing;

/// <summary>
/// Logs as JSON lines outside Development; no line quotes what a caller sent. Measurements at <c>/metrics</c> for Prometheus; with
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> measurements and traces also go there (OTLP, by the usual <c>OTEL_*</c> settings).
/// </summary>
internal static class ObservingSetup
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT", Framework = "Microsoft.AspNetCore", Runtime = "System.Runtime", Server = "Microsoft.AspNetCore.Server.Kestrel";

    public static void AddObserving(this WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter(Framework, LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None); // its scope would put the path on every line
        if (!builder.Environment.IsDevelopment())
            builder.Logging.ClearProviders().AddJsonConsole(options => options.UseUtcTimestamp = true);
        builder.Services.AddSingleton<RequestLog>();

        OpenTelemetryBuilder telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("writ-service"))
            .WithMetrics(metrics => metrics.AddMeter(Instruments.Name, Runtime, Server).AddPrometheusExporter())
            .WithTracing(tracing => tracing.AddSource(Framework, Instruments.Name).AddProcessor<DiscreetSpans>()); // also without an exporter: a caller's traceparent gives the trace its id
        if (!string.IsNullOrEmpty(builder.Configuration[Endpoint]))
            telemetry.UseOtlpExporter();
    }

    public static void UseObserving(this WebApplication app)
    {
        RequestLog log = app.Services.GetRequiredService<RequestLog>();
        app.Use(next => context => log.Pass(context, next));
        Watch(app.Services.GetRequiredService<IMeterFactory>().Create(Instruments.Name), app.Services.GetRequiredService<LoadGate>(), app.Services.GetRequiredService<BatchDesk>(), app.Services.GetRequiredService<Chancery>());
    }

    public static void MapMetrics(this IEndpointRouteBuilder app) =>
        app.MapPrometheusScrapingEndpoint("/metrics").Needs(Scopes.Metrics).WithMetadata(new HttpMethodMetadata([HttpMethods.Get])).WithDisplayName("/metrics");

    private static void Watch(Meter meter, LoadGate gate, BatchDesk batches, Chancery house)
    {
        meter.CreateObservableGauge("writ.load.working", () => gate.State.Working, null, "Calls at work.");
        meter.CreateObservableGauge("writ.load.waiting", () => gate.State.Waiting, null, "Calls waiting for a seat.");
        meter.CreateObservableGauge("writ.load.seats", () => gate.SeatCount, null, "Seats there are.");
        meter.CreateObservableGauge("writ.batches.working", () => batches.Working, null, "Batches at work.");
        meter.CreateObservableGauge("writ.seal.certificate.expiry", () => house.Seals.All.Select(key =>
            new Measurement<long>(new DateTimeOffset(key.Certificate.NotAfter.ToUniversalTime()).ToUnixTimeSeconds(), new KeyValuePair<string, object?>("key", key.Name))), "s", "When the certificate of a seal key expires, Unix time.");
        meter.CreateObservableGauge("writ.process.resident.memory", () => Environment.WorkingSet, "By", "Resident memory of the process.");
    }
}
