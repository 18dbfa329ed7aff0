using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace WritService.Tests.Privacy;

/// <summary>Markers in place of people's data and secrets go through every call; no log line and no problem may repeat one.</summary>
public sealed class MarkerTests : IDisposable
{
    private const string Person = "马克尔Q7标记", Member = "未约定成员", Secret = "secret-Z9-marker";
    private readonly ConcurrentQueue<string> lines = new();
    private readonly WatchedHouse house;

    public MarkerTests() => house = new WatchedHouse(lines);

    public void Dispose() => house.Dispose();

    [Fact]
    public async Task No_log_line_and_no_problem_repeats_what_a_caller_sent()
    {
        HttpClient client = house.CreateClient();
        List<string> problems = [];
        JsonNode good = JsonNode.Parse(await client.GetStringAsync("/v1/packs/songda-huizheng/examples/ordinary"))!;
        string marked = Mark(good.DeepClone()).ToJsonString();
        string[] bodies =
        [
            $$"""{"data":{{marked}} }""", $$"""{"data":{{marked}},"{{Member}}":1}""", $$"""{"data":{{marked}}, {{Person}} """,
            $$"""{"data":{"{{Member}}":"{{Person}}"} }""", $$"""{"data":"{{Person}}"}""", $$"""{"data":{},"profile":"{{Person}}"}""", Person,
        ];
        foreach (string body in bodies)
            foreach (string path in new[] { "/v1/packs/songda-huizheng/check", "/v1/packs/songda-huizheng/documents", "/v1/packs/songda-huizheng/documents?seal=bureau", "/v1/packs/songda-huizheng/documents?seal=" + Secret })
                problems.Add(await Problem(await client.Ask(HttpMethod.Post, path, body, ("X-Api-Key", ""))));
        foreach (string body in bodies)
            foreach (string path in new[] { "/v1/documents/seal", "/v1/documents/verify", "/v1/documents/extend", "/v1/documents/seal?key=" + Secret })
                problems.Add(await Problem(await client.PostAsync(path, new ByteArrayContent(Encoding.UTF8.GetBytes("%PDF-1.7\n" + body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } })));
        problems.Add(await Problem(await client.Ask(HttpMethod.Get, "/v1/packs", null, ("X-Api-Key", Secret))));
        problems.Add(await Problem(await client.Ask(HttpMethod.Get, "/v1/packs", null, ("Authorization", "Bearer " + Secret))));

        Assert.NotEmpty(lines);
        Assert.DoesNotContain(lines, line => line.Contains(Person, StringComparison.Ordinal) || line.Contains(Secret, StringComparison.Ordinal));
        // Names of members are told back by their path; values never are.
        Assert.DoesNotContain(problems, problem => problem.Contains(Person, StringComparison.Ordinal) || problem.Contains(Secret, StringComparison.Ordinal));
    }

    // The calls are those the service has, whoever adds one: markers in the path, the query, the headers and in a body of each agreed type.
    [Fact]
    public async Task No_log_line_and_no_span_of_any_call_repeats_what_a_caller_sent()
    {
        HttpClient client = house.CreateClient();
        byte[] document = await (await client.Ask(HttpMethod.Post, "/v1/packs/songda-huizheng/documents", $$"""{"data":{{Mark(JsonNode.Parse(await client.GetStringAsync("/v1/packs/songda-huizheng/examples/ordinary"))!).ToJsonString()}} }""")).Content.ReadAsByteArrayAsync();
        int asked = 0;
        foreach (RouteEndpoint call in house.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
            foreach (string method in call.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
                foreach (string? type in call.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes ?? [null!])
                    foreach (string id in new[] { "songda-huizheng", Person })
                    {
                        string path = call.RoutePattern.Parameters.Aggregate("/" + call.RoutePattern.RawText!.TrimStart('/'), (path, parameter) => path.Replace($"{{{parameter.Name}}}", id, StringComparison.Ordinal));
                        foreach (string query in new[] { "", $"?name={Person}", $"?{Person}={Secret}", $"?seal={Secret}&key={Secret}&at={Secret}&field={Secret}&profile={Secret}" })
                        {
                            using HttpRequestMessage request = new(new HttpMethod(method), path + query);
                            request.Headers.TryAddWithoutValidation("User-Agent", Secret);
                            request.Headers.TryAddWithoutValidation("Cookie", Secret);
                            request.Headers.TryAddWithoutValidation("X-Forwarded-For", Secret);
                            if (method == "POST")
                                request.Content = Marked(type, document);
                            using HttpResponseMessage answer = await client.SendAsync(request);
                            asked++;
                        }
                    }
        Assert.True(asked > 100, $"{asked}");
        house.Services.GetRequiredService<TracerProvider>().ForceFlush(1000);
        Assert.NotEmpty(house.Spans);
        string[] told = [.. lines, .. house.Spans];
        Assert.DoesNotContain(told, line => line.Contains(Person, StringComparison.Ordinal) || line.Contains(Secret, StringComparison.Ordinal));
    }

    private static HttpContent Marked(string? type, byte[] document)
    {
        if (type == "multipart/form-data")
            return new MultipartFormDataContent { { new ByteArrayContent(document) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } }, "document", Secret }, { new StringContent($$"""{"act":"{{Secret}}","slots":["recipient"],"person":{"name":"{{Person}}"} }""", Encoding.UTF8, "application/json"), "attestation" } };
        byte[] bytes = type == "application/pdf" ? document : Encoding.UTF8.GetBytes($$"""{"id":"{{Secret}}","pack":"songda-huizheng","data":{"{{Secret}}":"{{Person}}"} }""");
        return new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type ?? "application/json") } };
    }

    private static async Task<string> Problem(HttpResponseMessage answer) =>
        answer.Content.Headers.ContentType?.MediaType == "application/problem+json" ? await answer.Content.ReadAsStringAsync() : "";

    // Every text of the data becomes the marker: names, addresses and numbers alike.
    private static JsonNode Mark(JsonNode node)
    {
        if (node is JsonObject members)
            foreach ((string name, JsonNode? value) in members.ToArray())
                members[name] = value is JsonValue text && text.GetValueKind() == System.Text.Json.JsonValueKind.String ? Person : value is null ? null : Mark(value.DeepClone());
        if (node is JsonArray items)
            for (int i = 0; i < items.Count; i++)
                items[i] = Mark(items[i]!.DeepClone());
        return node;
    }

    private sealed class WatchedHouse(ConcurrentQueue<string> lines) : WritHouse
    {
        public ConcurrentQueue<string> Spans { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9"); // nobody answers there; what would be sent is looked at here
            builder.ConfigureServices(services => services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddProcessor(new SpanWatch(Spans))));
            builder.ConfigureServices(services => services.AddLogging(logging => logging.AddProvider(new Watch(lines))));
        }
    }

    private sealed class SpanWatch(ConcurrentQueue<string> spans) : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data) =>
            spans.Enqueue(Uri.UnescapeDataString($"{data.DisplayName} {data.StatusDescription} {string.Join(' ', data.TagObjects)} {string.Join(' ', data.Events.SelectMany(one => one.Tags))} {string.Join(' ', data.Baggage)}"));
    }

    private sealed class Watch(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            lines.Enqueue(Uri.UnescapeDataString(state.ToString() ?? ""));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(Uri.UnescapeDataString(formatter(state, exception) + exception));

        public void Dispose()
        {
        }
    }
}
