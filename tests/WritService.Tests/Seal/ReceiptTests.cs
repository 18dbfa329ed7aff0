using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Writ.Outside;
using Writ.Pdf;
using Writ.Sealing;

namespace WritService.Tests.Seal;

/// <summary>Every document leaves with the digest of what is sent and a signed receipt of what it is, by whichever call and in whichever form.</summary>
public sealed class ReceiptTests(WritHouse house) : IClassFixture<WritHouse>
{
    private const string Pack = "songda-huizheng", Documents = $"/v1/packs/{Pack}/documents";
    private readonly HttpClient client = house.CreateClient();

    [Theory]
    [InlineData("")]
    [InlineData("?seal=bureau")]
    public async Task Rendered_as_a_file_or_as_json(string query)
    {
        HttpResponseMessage file = await client.Ask(HttpMethod.Post, Documents + query, await Envelope());
        Receipt receipt = await AssertLeaves(file, await file.Content.ReadAsByteArrayAsync());
        Assert.Equal(Pack, receipt.Pack.Split('@')[0]);
        Assert.Equal(query.Length > 0 ? 1 : 0, receipt.SealTimes.Count);

        HttpResponseMessage wrapped = await client.Ask(HttpMethod.Post, Documents + query, await Envelope(), ("Accept", "application/json"));
        JsonElement json = await wrapped.Json();
        await AssertLeaves(wrapped, json.GetProperty("document").GetBytesFromBase64());
        Assert.Equal(wrapped.Headers.GetValues("Writ-Receipt").Single(), json.GetProperty("receipt").GetProperty("signed").GetString());
    }

    [Fact]
    public async Task Sealed_then_extended_twice()
    {
        byte[] document = await (await client.Ask(HttpMethod.Post, Documents, await Envelope())).Content.ReadAsByteArrayAsync();
        int seals = 0;
        foreach ((string path, int added) in new[] { ("seal?level=B-T", 1), ("extend?level=B-LT", 0), ("extend?level=B-LTA", 1), ("extend?level=B-LTA", 1) })
        {
            HttpResponseMessage answer = await client.PostAsync("/v1/documents/" + path, new ByteArrayContent(document) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } });
            document = await answer.Content.ReadAsByteArrayAsync();
            Receipt receipt = await AssertLeaves(answer, document);
            seals += added;
            Assert.Equal(seals, receipt.SealTimes.Count);
            Assert.Equal(Pack, receipt.Pack.Split('@')[0]);
            Assert.NotEmpty(receipt.Document);
            // What the receipt says without examining is what an examination finds.
            Report report = house.Services.GetRequiredService<Chancery>().Examine(document);
            Assert.Equal(report.SealTimes().Select(time => time.ToUnixTimeSeconds()), receipt.SealTimes.Select(time => time.ToUnixTimeSeconds()));
        }
    }

    [Fact]
    public async Task In_a_batch_line_by_line_and_the_stream_at_its_end()
    {
        string data = JsonSerializer.Serialize(JsonElement.Parse(await client.GetStringAsync($"/v1/packs/{Pack}/examples/ordinary")));
        string lines = string.Join('\n', Enumerable.Range(1, 3).Select(i => $$"""{"id":"{{i}}","pack":"{{Pack}}","data":{{data}}{{(i == 2 ? ",\"seal\":\"bureau\"" : "")}} }"""));
        HttpResponseMessage answer = await client.PostAsync("/v1/batches", new ByteArrayContent(Encoding.UTF8.GetBytes(lines)) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-ndjson") } });
        byte[] stream = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(Receipt.ReprDigest(SHA256.HashData(stream)), answer.TrailingHeaders.GetValues("Repr-Digest").Single());
        JsonElement[] made = [.. Encoding.UTF8.GetString(stream).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).Where(line => line.TryGetProperty("document", out _))];
        Assert.Equal(3, made.Length);
        foreach (JsonElement line in made)
            AssertReceipt(line.GetProperty("receipt").GetProperty("signed").GetString()!, line.GetProperty("document").GetBytesFromBase64());
    }

    private async Task<Receipt> AssertLeaves(HttpResponseMessage answer, byte[] document)
    {
        byte[] sent = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(answer.IsSuccessStatusCode, Encoding.UTF8.GetString(sent));
        Assert.Equal(Receipt.ReprDigest(SHA256.HashData(sent)), answer.Headers.GetValues("Repr-Digest").Single());
        return AssertReceipt(answer.Headers.GetValues("Writ-Receipt").Single(), document);
    }

    private Receipt AssertReceipt(string signed, byte[] document)
    {
        Receipt? receipt = Receipt.Verify(signed, house.Services.GetRequiredService<Chancery>().Seals.All[0].Certificate);
        Assert.NotNull(receipt);
        Assert.Equal(SHA256.HashData(document), receipt.Sha256.ToArray());
        Assert.Equal((document.Length, PdfFile.Open(document).Revisions.Count), ((int)receipt.Length, receipt.Revision));
        return receipt;
    }

    private async Task<string> Envelope() => $$"""{"data":{{await client.GetStringAsync($"/v1/packs/{Pack}/examples/ordinary")}}}""";
}
