using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace WritService.Tests.Batches;

/// <summary>Lines in, lines out.</summary>
public sealed class BatchTests(WritHouse house) : IClassFixture<WritHouse>
{
    private readonly HttpClient client = house.CreateClient();

    [Fact]
    public async Task Every_line_is_answered_in_order_with_errors_in_place()
    {
        string good = await Example();
        List<string> lines = [];
        for (int i = 1; i <= 120; i++)
            lines.Add(i % 10 == 0 ? $$"""{"id":"w{{i}}","pack":"meiyou","data":{} }""" : i % 7 == 0 ? "{ not json" : $$"""{"id":"w{{i}}","pack":"送达回证","data":{{good}} }""");
        JsonElement[] answers = await Post("/v1/batches", lines);
        JsonElement[] writs = [.. answers.Where(answer => answer.TryGetProperty("line", out _))];
        Assert.Equal(Enumerable.Range(1, 120), writs.Select(answer => answer.GetProperty("line").GetInt32()));
        foreach (JsonElement answer in writs)
        {
            int line = answer.GetProperty("line").GetInt32(), status = answer.GetProperty("status").GetInt32();
            Assert.Equal(line % 10 == 0 ? 404 : line % 7 == 0 ? 400 : 200, status);
            Assert.Equal(status == 200, answer.TryGetProperty("document", out _));
            if (status != 400)
                Assert.Equal($"w{line}", answer.GetProperty("id").GetString());
        }
        Assert.Contains(answers, answer => answer.TryGetProperty("progress", out JsonElement progress) && progress.GetProperty("answered").GetInt32() == 100);
        JsonElement end = answers[^1].GetProperty("progress");
        Assert.True(end.GetProperty("done").GetBoolean());
        Assert.Equal(120, end.GetProperty("answered").GetInt32());
        Assert.Equal(writs.Count(answer => answer.GetProperty("status").GetInt32() != 200), end.GetProperty("failed").GetInt32());
    }

    [Fact]
    public async Task In_any_order_each_line_is_answered_once()
    {
        string good = await Example();
        JsonElement[] answers = await Post("/v1/batches?order=any", Enumerable.Range(1, 30).Select(i => $$"""{"id":"{{i}}","pack":"songda-huizheng","data":{{good}},"seal":"bureau"}"""));
        Assert.Equal(Enumerable.Range(1, 30), answers.Where(answer => answer.TryGetProperty("line", out _)).Select(answer => answer.GetProperty("line").GetInt32()).Order());
        Assert.All(answers.Where(answer => answer.TryGetProperty("line", out _)), answer => Assert.Equal(200, answer.GetProperty("status").GetInt32()));
    }

    [Fact]
    public async Task What_was_not_answered_can_be_posted_again_and_gives_the_same_document()
    {
        string[] lines = [$$"""{"id":"1","pack":"songda-huizheng","data":{{await Example()}} }"""];
        JsonElement[] first = await Post("/v1/batches", lines);
        string at = first[^1].GetProperty("progress").GetProperty("at").GetString()!;
        JsonElement[] again = await Post("/v1/batches?at=" + Uri.EscapeDataString(at), lines);
        Assert.Equal(first[0].GetProperty("document").GetString(), again[0].GetProperty("document").GetString());
    }

    [Fact]
    public async Task As_a_ZIP_each_document_is_an_entry_and_so_is_each_problem()
    {
        string good = await Example();
        using HttpRequestMessage request = new(HttpMethod.Post, "/v1/batches") { Content = Body([$$"""{"id":"甲/../1","pack":"songda-huizheng","data":{{good}} }""", "{ not json", $$"""{"id":"2","pack":"meiyou","data":{} }"""]) };
        request.Headers.Accept.ParseAdd("application/zip");
        using HttpResponseMessage answer = await client.SendAsync(request);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        using ZipArchive archive = new(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(["000001-甲____1.pdf", "000002.problem.json", "000003-2.problem.json", "batch.json"], archive.Entries.Select(entry => entry.FullName));
        Assert.Equal("%PDF-1.7"u8, Bytes(archive.Entries[0]).AsSpan(0, 8));
        Assert.Equal("unknown-pack", JsonElement.Parse(Bytes(archive.Entries[2])).GetProperty("code").GetString());
        JsonElement end = JsonElement.Parse(Bytes(archive.Entries[3]));
        Assert.Equal((3, 2, true), (end.GetProperty("answered").GetInt32(), end.GetProperty("failed").GetInt32(), end.GetProperty("done").GetBoolean()));

        // The document in the archive is the one in a line, at the same clock.
        string at = answer.Headers.GetValues("Writ-Batch-At").Single();
        JsonElement[] lines = await Post("/v1/batches?at=" + Uri.EscapeDataString(at), [$$"""{"id":"1","pack":"songda-huizheng","data":{{good}} }"""]);
        Assert.Equal(Bytes(archive.Entries[0]), lines[0].GetProperty("document").GetBytesFromBase64());
    }

    [Fact]
    public async Task Neither_lines_nor_a_ZIP_is_not_acceptable()
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/v1/batches") { Content = Body([]) };
        request.Headers.Accept.ParseAdd("application/pdf");
        await (await client.SendAsync(request)).Problem(HttpStatusCode.NotAcceptable, "not-acceptable");
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using Stream content = entry.Open();
        using MemoryStream copy = new();
        content.CopyTo(copy);
        return copy.ToArray();
    }

    [Fact]
    public async Task A_line_over_the_limit_is_refused_and_the_next_one_is_served()
    {
        JsonElement[] answers = await Post("/v1/batches", [new string(' ', 3) + "{\"id\":\"" + new string('x', 5 << 20) + "\"}", "", $$"""{"id":"2","pack":"songda-huizheng","data":{{await Example()}} }"""]);
        Assert.Equal([413, 200], answers.Where(answer => answer.TryGetProperty("status", out _)).Select(answer => answer.GetProperty("status").GetInt32()));
    }

    [Theory]
    [InlineData("?order=random")]
    [InlineData("?at=yesterday")]
    [InlineData("?at=2020-01-01T00:00:00Z")]
    [InlineData("?at=2999-01-01T00:00:00Z")]
    public async Task A_query_that_is_not_as_agreed_is_refused(string query) =>
        await (await client.PostAsync("/v1/batches" + query, Body([]))).Problem(HttpStatusCode.BadRequest, "invalid-query");

    private async Task<JsonElement[]> Post(string path, IEnumerable<string> lines)
    {
        HttpResponseMessage answer = await client.PostAsync(path, Body(lines));
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
        Assert.Equal("application/x-ndjson", answer.Content.Headers.ContentType?.MediaType);
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
    }

    private static ByteArrayContent Body(IEnumerable<string> lines) =>
        new(Encoding.UTF8.GetBytes(string.Join('\n', lines))) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-ndjson") } };

    // One line, as NDJSON wants it.
    private async Task<string> Example() => JsonSerializer.Serialize(JsonElement.Parse(await client.GetStringAsync("/v1/packs/songda-huizheng/examples/ordinary")));
}
