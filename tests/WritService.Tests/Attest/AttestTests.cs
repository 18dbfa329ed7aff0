using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace WritService.Tests.Attest;

/// <summary>The life of a record over HTTP: issued, refused by the party, signed by two officers, closed; each step appends, and the file tells it all.</summary>
public sealed class AttestTests(StoppedHouse house) : IClassFixture<StoppedHouse>
{
    private const string Moment = "2026-11-22T10:00:00+08:00";
    private const string Ink = """{"format":"svg-path","data":"M10 10L40 14L70 44L12 50L66 12"}""";
    private readonly HttpClient client = house.CreateClient();

    [Fact]
    public async Task A_refused_record_goes_its_whole_way()
    {
        byte[] issued = await Issued();
        byte[] refused = await Recorded(issued, $$"""
            {"act":"refusal","slots":["party"],"person":{"name":"王海涛"},"at":"{{Moment}}","reason":"认为检查程序不合规","noWitness":"夜间现场无他人",
             "officers":[{"name":"周建平","certificateNumber":"22050115023"},{"name":"李思远","certificateNumber":"22050115047"}]}
            """);
        byte[] first = await Recorded(refused, Officer("officer-1", "周建平", "22050115023", refused));
        await (await Attest(first, Officer("officer-2", "周建平", "22050115023", first))).Problem(HttpStatusCode.Conflict, "act-forbidden");
        byte[] second = await Recorded(first, Officer("officer-2", "李思远", "22050115047", first));
        HttpResponseMessage answer = await client.PostAsync("/v1/documents/close", Pdf(second));
        byte[] closed = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(answer.IsSuccessStatusCode, Encoding.UTF8.GetString(closed));
        Assert.True(closed.AsSpan().StartsWith(second));

        JsonElement state = await (await client.PostAsync("/v1/documents/inspect", Pdf(closed))).Json();
        Assert.True(state.GetProperty("closed").GetBoolean());
        Assert.Equal(["refused", "unused", "unused", "unused", "attested", "attested"], state.GetProperty("slots").EnumerateArray().Select(slot => slot.GetProperty("standing").GetString()));
        Assert.Equal(["refusal", "signature", "signature", "unused", "unused", "unused"], state.GetProperty("acts").EnumerateArray().Select(act => act.GetProperty("act").GetString()));
        Assert.Equal("认为检查程序不合规", state.GetProperty("acts")[0].GetProperty("record").GetProperty("act").GetProperty("reason").GetString());
        Assert.Equal("passed", (await client.PostAsync("/v1/documents/verify", Pdf(closed))).Headers.GetValues("Writ-Verdict").Single());
    }

    [Fact]
    public async Task What_is_not_well_made_is_named_by_path()
    {
        JsonElement problem = await (await Attest(await Issued(), """{"act":"signature","slots":["party"],"person":{"name":"王海涛"},"at":"gestern"}""")).Problem(HttpStatusCode.UnprocessableEntity, "attestation-rejected");
        Assert.Equal("$.at", problem.GetProperty("errors")[0].GetProperty("path").GetString());
        await (await Attest(await Issued(), """{"act":""")).Problem(HttpStatusCode.BadRequest, "malformed-json");
        await (await Attest("%PDF-1.7"u8.ToArray(), $$"""{"act":"witness-statement","slots":["witness"],"person":{"name":"刘国强"},"at":"{{Moment}}","statement":"见证"}""")).Problem(HttpStatusCode.UnprocessableEntity, "document-unreadable");
    }

    private async Task<byte[]> Issued()
    {
        string data = await client.GetStringAsync("/v1/packs/xianchang-bilu/examples/ordinary");
        HttpResponseMessage answer = await client.Ask(HttpMethod.Post, "/v1/packs/xianchang-bilu/documents?seal=bureau", $$"""{"data":{{data}}}""");
        byte[] document = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(answer.IsSuccessStatusCode, Encoding.UTF8.GetString(document));
        return document;
    }

    private async Task<byte[]> Recorded(byte[] document, string act)
    {
        HttpResponseMessage answer = await Attest(document, act);
        byte[] longer = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(answer.IsSuccessStatusCode, Encoding.UTF8.GetString(longer));
        Assert.True(longer.AsSpan().StartsWith(document));
        return longer;
    }

    private Task<HttpResponseMessage> Attest(byte[] document, string act) =>
        client.PostAsync("/v1/documents/attest", new MultipartFormDataContent { { Pdf(document), "document" }, { new StringContent(act, Encoding.UTF8, "application/json"), "attestation" } });

    private static string Officer(string slot, string name, string certificate, byte[] shown) => $$"""
        {"act":"signature","slots":["{{slot}}"],"person":{"name":"{{name}}","certificateNumber":"{{certificate}}","ink":{{Ink}}},"everyPage":true,"at":"{{Moment}}",
         "shown":"{{Convert.ToHexStringLower(SHA256.HashData(shown))}}"}
        """;

    private static ByteArrayContent Pdf(byte[] document) => new(document) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
}
