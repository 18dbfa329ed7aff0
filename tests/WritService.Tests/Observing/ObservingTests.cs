using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace WritService.Tests.Observing;

/// <summary>What those who run the service see: measurements, traces, the dashboard over them, and the self-test.</summary>
public sealed partial class ObservingTests
{
    [Fact]
    public async Task The_dashboard_asks_for_measurements_that_there_are()
    {
        using WritHouse house = new();
        HttpClient client = house.CreateClient();
        string data = await client.GetStringAsync("/v1/packs/songda-huizheng/examples/ordinary");
        HttpResponseMessage writ = await client.Ask(HttpMethod.Post, "/v1/packs/songda-huizheng/documents?seal=bureau", $"{{\"data\":{data}}}");
        using ByteArrayContent document = new(await writ.Content.ReadAsByteArrayAsync()) { Headers = { ContentType = new("application/pdf") } };
        await client.PostAsync("/v1/documents/verify", document);
        using StringContent lines = new("{}", new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-ndjson"));
        await client.PostAsync("/v1/batches", lines);
        await client.GetAsync("/v1/packs/meiyou");
        GC.Collect(); // what the runtime says of its last collection is there after one

        string metrics = await client.GetStringAsync("/metrics");
        string dashboard = await File.ReadAllTextAsync(Path.Combine(WritHouse.Root, "deploy", "grafana", "writ-service.json"));
        string[] asked = [.. JsonElement.Parse(dashboard).GetProperty("panels").EnumerateArray().SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
            .SelectMany(target => Metric().Matches(target.GetProperty("expr").GetString()!)).Select(match => match.Value).Distinct()];
        Assert.NotEmpty(asked);
        Assert.All(asked, name => Assert.Matches(new Regex($@"^{name}[ {{]", RegexOptions.Multiline), metrics));
        Assert.Contains("problem=\"unknown-pack\"", metrics);
    }

    [Fact]
    public async Task The_self_test_looks_at_packs_fonts_keys_authority_and_what_comes_of_them()
    {
        using WritHouse house = new();
        JsonElement report = await (await house.CreateClient().GetAsync("/health/ready")).Json();
        Assert.Equal("ready", report.GetProperty("status").GetString());
        string[] names = [.. report.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("name").GetString()!)];
        Assert.All(new[] { "packs", "fonts", "rendering", "key:bureau", "authority", "sealing" }, name => Assert.Contains(name, names));
    }

    [Fact]
    public async Task Measurements_and_traces_go_where_OTLP_is_asked_for()
    {
        ConcurrentQueue<string> received = new();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using WebApplication collector = builder.Build();
        collector.Run(context =>
        {
            received.Enqueue(context.Request.Path);
            context.Response.ContentType = "application/x-protobuf";
            return Task.CompletedTask;
        });
        await collector.StartAsync();

        using WritHouse house = new(("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.Single()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));
        await house.CreateClient().GetAsync("/v1/packs");
        house.Services.GetRequiredService<TracerProvider>().ForceFlush();
        house.Services.GetRequiredService<MeterProvider>().ForceFlush();
        Assert.Contains("/v1/traces", received);
        Assert.Contains("/v1/metrics", received);
    }

    [GeneratedRegex(@"\b(?:writ|dotnet)_[a-z_]+\b(?=[\[{)\s]|$)")]
    private static partial Regex Metric();
}
