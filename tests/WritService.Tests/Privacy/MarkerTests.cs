using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

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
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.AddLogging(logging => logging.AddProvider(new Watch(lines))));
        }
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
