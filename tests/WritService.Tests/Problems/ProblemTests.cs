using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace WritService.Tests.Problems;

public sealed class ProblemTests(WritHouse house) : IClassFixture<WritHouse>
{
    private const string Check = "/v1/packs/xunwen-bilu/check";
    private readonly HttpClient client = house.CreateClient();

    [Theory]
    [InlineData(null, "zh-CN", "没有这种文书")]
    [InlineData("en", "en", "There is no such pack")]
    [InlineData("fr, en;q=0.8, zh;q=0.3", "en", "There is no such pack")]
    [InlineData("zh-Hans-CN, en;q=0.9", "zh-CN", "没有这种文书")]
    [InlineData("en;q=0, *", "zh-CN", "没有这种文书")]
    [InlineData("de", "zh-CN", "没有这种文书")]
    public async Task An_unknown_pack_is_told_in_the_language_asked_for(string? asked, string spoken, string title)
    {
        HttpResponseMessage answer = await client.Ask(HttpMethod.Get, "/v1/packs/meiyou", null, asked is null ? [] : [("Accept-Language", asked)]);
        JsonElement problem = await answer.Problem(HttpStatusCode.NotFound, "unknown-pack");
        Assert.Equal(title, problem.GetProperty("title").GetString());
        Assert.Equal([spoken], answer.Content.Headers.ContentLanguage);
    }

    [Theory]
    [InlineData("{\"data\":", 1, 9)]
    [InlineData("{\"data\":\n {\"案由\":\"a\"x}}", 2, 11)]
    [InlineData("", 1, 1)]
    [InlineData("{\"data\":{}} {}", 1, 13)]
    [InlineData("{\"data\":{\"a\":\"\\ud800\"}}", 1, 14)]
    public async Task Malformed_json_is_told_with_line_and_column(string body, int line, int column)
    {
        HttpResponseMessage answer = await client.Ask(HttpMethod.Post, Check, body, ("Accept-Language", "en"));
        JsonElement problem = await answer.Problem(HttpStatusCode.BadRequest, "malformed-json");
        Assert.StartsWith($"Line {line}, column {column}:", problem.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("{\"data\":{},\"extra\":1}", "$.extra")]
    [InlineData("{\"data\":{},\"data\":{}}", "$.data")]
    [InlineData("{\"Data\":{}}", "$.Data")]
    [InlineData("{}", "$")]
    [InlineData("[]", "$")]
    [InlineData("null", "$")]
    [InlineData("{\"data\":{},\"profile\":7}", "$.profile")]
    [InlineData("{\"data\":{},\"profile\":null}", "$.profile")]
    [InlineData("{\"data\":{},\"profile\":\"\"}", "$.profile")]
    [InlineData("{\"data\":[]}", "$.data")]
    public async Task An_envelope_that_is_not_as_agreed_is_refused_with_the_path(string body, string path)
    {
        HttpResponseMessage answer = await client.Ask(HttpMethod.Post, Check, body);
        JsonElement problem = await answer.Problem(HttpStatusCode.BadRequest, "invalid-envelope");
        Assert.Contains(path, problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("path").GetString()));
    }

    [Fact]
    public async Task Json_nested_too_deep_is_malformed()
    {
        string deep = $"{{\"data\":{string.Concat(Enumerable.Repeat("[", 5000))}";
        HttpResponseMessage answer = await client.Ask(HttpMethod.Post, Check, deep);
        await answer.Problem(HttpStatusCode.BadRequest, "malformed-json");
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        HttpResponseMessage answer = await client.Ask(HttpMethod.Post, Check, new string(' ', 5 << 20));
        await answer.Problem(HttpStatusCode.RequestEntityTooLarge, "body-too-large");
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_when_its_length_is_not_announced()
    {
        using HttpRequestMessage request = new(HttpMethod.Post, Check) { Content = new StreamContent(new MemoryStream(new byte[5 << 20])) };
        request.Headers.TransferEncodingChunked = true;
        request.Content.Headers.ContentType = new("application/json");
        HttpResponseMessage answer = await client.SendAsync(request);
        await answer.Problem(HttpStatusCode.RequestEntityTooLarge, "body-too-large");
    }

    [Fact]
    public async Task A_body_that_is_not_json_is_refused_by_its_media_type()
    {
        HttpResponseMessage answer = await client.PostAsync(Check, new StringContent("data", System.Text.Encoding.UTF8, "text/plain"));
        await answer.Problem(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
    }

    [Fact]
    public async Task A_path_that_does_not_exist_and_a_method_that_does_not_fit_are_problems_too()
    {
        await (await client.GetAsync("/v2")).Problem(HttpStatusCode.NotFound, "no-such-call");
        await (await client.DeleteAsync("/v1/packs")).Problem(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
    }

    [Fact]
    public async Task What_can_be_got_can_be_asked_for_by_HEAD_and_OPTIONS_says_which_methods_there_are()
    {
        HttpResponseMessage head = await client.Ask(HttpMethod.Head, "/v1/packs");
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.NotNull(head.Headers.ETag);
        HttpResponseMessage options = await client.Ask(HttpMethod.Options, "/v1/packs");
        Assert.Equal(HttpStatusCode.NoContent, options.StatusCode);
        Assert.Equal(["GET", "HEAD"], options.Content.Headers.Allow.Order());
        HttpResponseMessage post = await client.Ask(HttpMethod.Options, "/v1/documents/verify");
        Assert.Equal(["POST"], post.Content.Headers.Allow);
        await (await client.Ask(HttpMethod.Options, "/v2")).Problem(HttpStatusCode.NotFound, "no-such-call");
    }

    [Theory]
    [InlineData("case-42.a_b", true)]
    [InlineData("two words", false)]
    [InlineData("line\u2028break", false)]
    [InlineData("", false)]
    public async Task A_request_id_comes_back_where_it_is_one(string id, bool echoed)
    {
        HttpResponseMessage answer = await client.Ask(HttpMethod.Get, "/v1/packs/meiyou", null, ("X-Request-Id", id));
        string own = answer.Headers.GetValues("X-Request-Id").Single(), trace = answer.Headers.GetValues("Trace-Id").Single();
        Assert.Equal(echoed ? id : trace, own);
        Assert.Equal(trace, (await answer.Json()).GetProperty("traceId").GetString());
    }

    [Fact]
    public async Task An_example_is_got_once()
    {
        HttpResponseMessage first = await client.GetAsync("/v1/packs/songda-huizheng/examples/ordinary");
        HttpResponseMessage again = await client.Ask(HttpMethod.Get, "/v1/packs/songda-huizheng/examples/ordinary", null, ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Every_kind_of_problem_is_described_where_its_type_points()
    {
        JsonElement all = await (await client.GetAsync("/problems")).Json();
        foreach (JsonElement kind in all.EnumerateArray())
        {
            string code = kind.GetProperty("code").GetString()!;
            Assert.Matches(new Regex("^[a-z]+(-[a-z]+)*$"), code);
            JsonElement one = await (await client.GetAsync($"/problems/{code}")).Json();
            Assert.Equal(kind.ToString(), one.ToString());
        }
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        foreach (string path in new[] { "/v1/packs", "/health/live", "/nothing", "/openapi/v1.json", "/swagger/index.html" })
        {
            HttpResponseMessage answer = await client.GetAsync(path);
            Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
            Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.False(answer.Headers.Contains("Server"));
        }
    }
}
