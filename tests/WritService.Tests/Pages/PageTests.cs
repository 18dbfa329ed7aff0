using System.Net;
using System.Text.Json;

namespace WritService.Tests.Pages;

/// <summary>How the pages are served: under which policy, kept for how long, and what is said when pdf.js is absent.</summary>
public sealed class PageTests(WritHouse house) : IClassFixture<WritHouse>
{
    private readonly HttpClient client = house.CreateClient();

    [Theory]
    [InlineData("/pad")]
    [InlineData("/verify")]
    public async Task A_page_runs_only_what_the_service_has_and_nothing_inline(string path)
    {
        HttpResponseMessage answer = await client.GetAsync(path);
        string page = await answer.Content.ReadAsStringAsync(), policy = Policy(answer);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("default-src 'none'; script-src 'self'; worker-src 'self';", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.DoesNotContain("http", page);
        Assert.DoesNotMatch("""<script(?![^>]* src=)|<[^>]+ (on\w+|style)=""", page);
        Assert.DoesNotContain("{{", page);

        // A browser that kept the page takes the policy of the answer that says it may.
        HttpRequestMessage again = new(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        HttpResponseMessage kept = await client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, kept.StatusCode);
        Assert.Equal(policy, Policy(kept));
    }

    [Fact]
    public async Task Every_part_a_page_names_is_there_and_asked_for_anew()
    {
        foreach (string page in new[] { "/pad", "/verify" })
            foreach (System.Text.RegularExpressions.Match part in System.Text.RegularExpressions.Regex.Matches(await client.GetStringAsync(page), "(?:href|src)=\"([^\"]+)\""))
            {
                HttpResponseMessage answer = await client.GetAsync("/" + part.Groups[1].Value);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.True(answer.Headers.CacheControl?.NoCache);
                HttpRequestMessage again = new(HttpMethod.Get, "/" + part.Groups[1].Value);
                again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
                Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again)).StatusCode);
            }
        await (await client.GetAsync("/pages/pad.html")).Problem(HttpStatusCode.NotFound, "no-such-call");
        await (await client.GetAsync("/pages/pdfjs/0.0.0/pdf.min.mjs")).Problem(HttpStatusCode.NotFound, "no-such-call");
    }

    [BrowserFact]
    public async Task The_viewer_is_kept_for_ever_under_its_version_and_its_worker_reaches_only_the_service()
    {
        string folder = System.Text.RegularExpressions.Regex.Match(await client.GetStringAsync("/pad"), "data-viewer=\"([^\"]+)\"").Groups[1].Value;
        HttpResponseMessage worker = await client.GetAsync($"/{folder}pdf.worker.min.mjs");
        Assert.Equal("text/javascript", worker.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", worker.Headers.CacheControl!.ToString());
        Assert.Equal("default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'", Policy(worker));
        await (await client.GetAsync($"/{folder}package.json")).Problem(HttpStatusCode.NotFound, "no-such-call");
    }

    [Fact]
    public async Task Without_the_viewer_the_service_is_ready_and_says_what_it_lacks()
    {
        using WritHouse bare = new(("Writ:PdfJs", "/nowhere"));
        HttpClient asking = bare.CreateClient();
        Assert.Contains("data-viewer=\"\"", await asking.GetStringAsync("/pad"));
        JsonElement health = await (await asking.GetAsync("/health/ready")).Json();
        Assert.Equal("ready", health.GetProperty("status").GetString());
        JsonElement viewer = health.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() == "viewer");
        Assert.False(viewer.GetProperty("passed").GetBoolean());
        Assert.False(viewer.GetProperty("required").GetBoolean());
    }

    [Theory]
    [InlineData("https://cases.example/")]
    [InlineData("cases.example")]
    [InlineData("*")]
    public void An_opener_is_a_bare_origin(string opener)
    {
        using WritHouse wrong = new(("Writ:Pad:Openers:0", opener));
        Assert.ThrowsAny<Exception>(wrong.CreateClient);
    }

    private static string Policy(HttpResponseMessage answer) => answer.Headers.GetValues("Content-Security-Policy").Single();
}
