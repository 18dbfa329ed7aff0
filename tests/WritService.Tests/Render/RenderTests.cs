using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WritService.Tests.Render;

/// <summary>The road over HTTP: example data in, document out.</summary>
public sealed class RenderTests(RenderTests.StoppedHouse house) : IClassFixture<RenderTests.StoppedHouse>
{
    private const string Pack = "songda-huizheng", Documents = $"/v1/packs/{Pack}/documents";
    private readonly HttpClient client = house.CreateClient();

    /// <summary>A service whose clock stands.</summary>
    public sealed class StoppedHouse : WritHouse
    {
        public StoppedHouse() => Clock = new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(8));
    }

    [Fact]
    public async Task Same_data_and_same_clock_give_the_same_bytes()
    {
        string body = await Envelope();
        byte[] first = await (await client.Ask(HttpMethod.Post, Documents, body)).Content.ReadAsByteArrayAsync();
        byte[] second = await (await client.Ask(HttpMethod.Post, Documents, body)).Content.ReadAsByteArrayAsync();
        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(first, 0, 8));
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task A_pack_answers_to_its_Chinese_name_too()
    {
        string body = await Envelope();
        byte[] byId = await (await client.Ask(HttpMethod.Post, Documents, body)).Content.ReadAsByteArrayAsync();
        byte[] byName = await (await client.Ask(HttpMethod.Post, "/v1/packs/送达回证/documents", body)).Content.ReadAsByteArrayAsync();
        Assert.Equal(byId, byName);
    }

    [Fact]
    public async Task The_document_carries_its_digest_and_its_pages()
    {
        HttpResponseMessage answer = await client.Ask(HttpMethod.Post, Documents, await Envelope());
        byte[] document = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"sha-256=:{Convert.ToBase64String(SHA256.HashData(document))}:", answer.Headers.GetValues("Repr-Digest").Single());
        Assert.True(int.Parse(answer.Headers.GetValues("Writ-Pages").Single()) >= 1);
        Assert.Equal(26, answer.Headers.GetValues("Writ-Document").Single().Length);
    }

    [Fact]
    public async Task On_request_the_document_comes_as_json_with_its_receipt()
    {
        string body = await Envelope();
        JsonElement answer = await (await client.Ask(HttpMethod.Post, Documents, body, ("Accept", "application/json"))).Json();
        byte[] document = answer.GetProperty("document").GetBytesFromBase64();
        JsonElement receipt = answer.GetProperty("receipt");
        Assert.Equal(Pack, receipt.GetProperty("pack").GetString());
        Assert.Equal(document.Length, receipt.GetProperty("bytes").GetInt32());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(document)), receipt.GetProperty("sha256").GetString());
        Assert.Equal(await (await client.Ask(HttpMethod.Post, Documents, body)).Content.ReadAsByteArrayAsync(), document);
    }

    [Theory]
    [InlineData("text/html", HttpStatusCode.NotAcceptable)]
    [InlineData("application/json;q=0.5, application/pdf", HttpStatusCode.OK)]
    [InlineData("*/*", HttpStatusCode.OK)]
    public async Task What_cannot_be_accepted_is_not_sent(string accept, HttpStatusCode expected)
    {
        HttpResponseMessage answer = await client.Ask(HttpMethod.Post, Documents, await Envelope(), ("Accept", accept));
        Assert.Equal(expected, answer.StatusCode);
        if (expected == HttpStatusCode.OK)
            Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        else
            await answer.Problem(expected, "not-acceptable");
    }

    [Fact]
    public async Task A_sealed_document_passes_its_verification_and_a_changed_one_does_not()
    {
        byte[] document = await (await client.Ask(HttpMethod.Post, Documents + "?seal=bureau", await Envelope())).Content.ReadAsByteArrayAsync();
        HttpResponseMessage passed = await Verify(document);
        Assert.Equal("passed", passed.Headers.GetValues("Writ-Verdict").Single());
        JsonElement seal = (await passed.Json()).GetProperty("seals")[0];
        Assert.Equal("intact-and-covers", seal.GetProperty("integrity").GetString());
        Assert.Equal("B-T", seal.GetProperty("level").GetString());
        Assert.True(seal.GetProperty("timestamp").GetProperty("trusted").GetBoolean());

        document[document.Length / 3] ^= 1;
        Assert.Contains((await Verify(document)).Headers.GetValues("Writ-Verdict").Single(), new[] { "failed", "unreadable" });
    }

    [Fact]
    public async Task Sealing_appends_to_the_document_it_is_given()
    {
        byte[] plain = await (await client.Ask(HttpMethod.Post, Documents, await Envelope())).Content.ReadAsByteArrayAsync();
        HttpResponseMessage answer = await Send("/v1/documents/seal?key=bureau&level=B-LTA", plain);
        byte[] document = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(answer.IsSuccessStatusCode, Encoding.UTF8.GetString(document));
        Assert.Equal(plain, document[..plain.Length]);
        JsonElement report = await (await Verify(document)).Json();
        Assert.Equal("B-LTA", report.GetProperty("seals")[0].GetProperty("level").GetString());

        // Issuer has sealed already: the second issuing seal is refused, and says why.
        await (await Send("/v1/documents/seal?key=bureau", document)).Problem(HttpStatusCode.Conflict, "seal-refused");
    }

    [Fact]
    public async Task A_document_may_come_as_a_form_part()
    {
        byte[] plain = await (await client.Ask(HttpMethod.Post, Documents, await Envelope())).Content.ReadAsByteArrayAsync();
        using MultipartFormDataContent form = new() { { Pdf(plain), "document", "writ.pdf" } };
        HttpResponseMessage answer = await client.PostAsync("/v1/documents/verify", form);
        Assert.Equal("no-signature", (await answer.Json()).GetProperty("integrity").GetString());

        using MultipartFormDataContent wrong = new() { { Pdf(plain), "file", "writ.pdf" } };
        await (await client.PostAsync("/v1/documents/verify", wrong)).Problem(HttpStatusCode.BadRequest, "invalid-envelope");
    }

    [Fact]
    public async Task What_is_no_pdf_is_a_finding_when_verified_and_a_problem_when_sealed()
    {
        byte[] junk = "no PDF at all"u8.ToArray();
        HttpResponseMessage report = await Verify(junk);
        Assert.Equal("unreadable", report.Headers.GetValues("Writ-Verdict").Single());
        await (await Send("/v1/documents/seal", junk)).Problem(HttpStatusCode.UnprocessableEntity, "document-unreadable");
    }

    [Theory]
    [InlineData("?sael=bureau")]
    [InlineData("?format=docx")]
    [InlineData("?seal=bureau&seal=bureau")]
    public async Task A_query_that_is_not_as_agreed_is_refused(string query) =>
        await (await client.Ask(HttpMethod.Post, Documents + query, await Envelope())).Problem(HttpStatusCode.BadRequest, "invalid-query");

    [Fact]
    public async Task An_unknown_key_or_profile_is_told()
    {
        await (await client.Ask(HttpMethod.Post, Documents + "?seal=nobody", await Envelope())).Problem(HttpStatusCode.UnprocessableEntity, "unknown-key");
        await (await client.Ask(HttpMethod.Post, Documents, """{"data":{},"profile":"nowhere"}""")).Problem(HttpStatusCode.UnprocessableEntity, "unknown-profile");
    }

    [Theory]
    [InlineData("zh", "必须填写")]
    [InlineData("en", "is required")]
    public async Task A_missing_field_is_told_by_its_path(string language, string word)
    {
        JsonNode envelope = JsonNode.Parse(await Envelope())!;
        string field = envelope["data"]!.AsObject().First(member => Required(member.Key)).Key;
        envelope["data"]!.AsObject().Remove(field);
        HttpResponseMessage answer = await client.Ask(HttpMethod.Post, Documents, envelope.ToJsonString(), ("Accept-Language", language));
        JsonElement error = (await answer.Problem(HttpStatusCode.UnprocessableEntity, "data-rejected")).GetProperty("errors")[0];
        Assert.Equal($"$.{field}", error.GetProperty("path").GetString());
        Assert.Contains(word, error.GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_mistyped_field_is_told_by_its_path()
    {
        JsonNode envelope = JsonNode.Parse(await Envelope())!;
        string field = envelope["data"]!.AsObject().First().Key;
        envelope["data"]![field] = new JsonArray(17);
        JsonElement problem = await (await client.Ask(HttpMethod.Post, Documents, envelope.ToJsonString())).Problem(HttpStatusCode.UnprocessableEntity, "data-rejected");
        Assert.StartsWith($"$.{field}", problem.GetProperty("errors")[0].GetProperty("path").GetString());
    }

    [Fact]
    public async Task Checking_renders_nothing_and_tells_the_same()
    {
        JsonElement good = await (await client.Ask(HttpMethod.Post, $"/v1/packs/{Pack}/check", await Envelope())).Json();
        Assert.True(good.GetProperty("passed").GetBoolean());
        JsonElement bad = await (await client.Ask(HttpMethod.Post, $"/v1/packs/{Pack}/check", """{"data":{}}""")).Json();
        Assert.False(bad.GetProperty("passed").GetBoolean());
        Assert.NotEmpty(bad.GetProperty("problems").EnumerateArray());
    }

    [Fact]
    public async Task The_catalogue_is_not_sent_again_to_one_who_has_it()
    {
        foreach (string path in new[] { "/v1/packs", $"/v1/packs/{Pack}", $"/v1/packs/{Pack}/schema" })
        {
            HttpResponseMessage first = await client.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
            HttpResponseMessage again = await client.Ask(HttpMethod.Get, path, null, ("If-None-Match", first.Headers.ETag!.Tag));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task Every_pack_of_the_list_can_be_asked_for_with_its_schema_and_examples()
    {
        foreach (JsonElement pack in (await (await client.GetAsync("/v1/packs")).Json()).GetProperty("stages").EnumerateArray().SelectMany(stage => stage.GetProperty("packs").EnumerateArray()))
        {
            string id = pack.GetProperty("id").GetString()!;
            JsonElement detail = await (await client.GetAsync($"/v1/packs/{id}")).Json();
            Assert.Equal("object", (await (await client.GetAsync($"/v1/packs/{id}/schema")).Json()).GetProperty("type").GetString());
            foreach (JsonElement example in detail.GetProperty("examples").EnumerateArray())
                Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/v1/packs/{id}/examples/{example.GetProperty("name")}?profile={example.GetProperty("profile")}")).StatusCode);
        }
    }

    private async Task<string> Envelope() => $$"""{"data":{{await client.GetStringAsync($"/v1/packs/{Pack}/examples/ordinary")}}}""";

    private bool Required(string name) =>
        client.GetAsync($"/v1/packs/{Pack}/schema").Result.Json().Result.GetProperty("required").EnumerateArray().Any(required => required.GetString() == name);

    private Task<HttpResponseMessage> Verify(byte[] document) => Send("/v1/documents/verify", document);

    private Task<HttpResponseMessage> Send(string path, byte[] document) => client.PostAsync(path, Pdf(document));

    private static ByteArrayContent Pdf(byte[] document) => new(document) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
}
