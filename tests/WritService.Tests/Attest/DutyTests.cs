using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WritService.Tests.Attest;

/// <summary>
/// What the bureaus' own rules and the form of the ink make of an act over HTTP: recordings deposited within 24 hours in 通化 and two days in 东阳, ink in
/// each of its formats, a correction that names what the page says.
/// </summary>
public sealed class DutyTests(StoppedHouse house) : IClassFixture<StoppedHouse>
{
    private const string Moment = "2026-11-22T10:00:00+08:00";
    private readonly HttpClient client = house.CreateClient();

    [Theory]
    [InlineData("tonghua", "2026-11-22T09:00:00+08:00", null, "recording-to-deposit", "2026-11-23 09:00")]
    [InlineData("tonghua", "2026-11-21T09:59:00+08:00", null, "recording-overdue", "2026-11-22 09:59")]
    [InlineData("tonghua", "2026-11-20T09:00:00+08:00", "2026-11-21T09:00:00+08:00", null, null)]
    [InlineData("tonghua", "2026-11-20T09:00:00+08:00", "2026-11-21T09:00:01+08:00", "recording-deposited-late", "24")]
    [InlineData("dongyang", "2026-11-22T09:00:00+08:00", null, "recording-to-deposit", "2026-11-24 09:00")]
    [InlineData("dongyang", "2026-11-21T09:59:00+08:00", null, "recording-to-deposit", "2026-11-23 09:59")]
    [InlineData("dongyang", "2026-11-20T09:00:00+08:00", "2026-11-22T09:00:00+08:00", null, null)]
    [InlineData("dongyang", "2026-11-20T09:00:00+08:00", "2026-11-22T09:00:01+08:00", "recording-deposited-late", "48")]
    public async Task A_recording_is_deposited_within_the_term_of_the_bureau(string profile, string end, string? storedAt, string? code, string? term)
    {
        JsonObject recording = new()
        {
            ["fileId"] = "AV-7", ["device"] = "DSJ-T6", ["recorder"] = "高洁", ["actRecorded"] = "拒绝签名", ["start"] = "2026-11-20T08:00:00+08:00", ["end"] = end, ["sha256"] = new string('a', 64),
        };
        if (storedAt is not null)
            recording["storedAt"] = storedAt;
        JsonObject act = Refusal();
        act["recordings"] = new JsonArray(recording);
        JsonElement[] warnings = await Warnings(await Issued("xianchang-bilu", "ordinary", profile), act);
        Assert.Equal(code is null ? [] : [code], warnings.Select(warning => warning.GetProperty("code").GetString()));
        Assert.All(warnings, warning => Assert.Contains(term!, warning.GetProperty("text").GetString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("tonghua")]
    [InlineData("dongyang")]
    public async Task A_refusal_needs_a_recording_or_the_reason_why_there_is_none(string profile)
    {
        byte[] document = await Issued("xianchang-bilu", "ordinary", profile);
        JsonElement problem = await (await Attest(document, Refusal())).Problem(HttpStatusCode.Conflict, "act-forbidden");
        Assert.Equal("recording-required", problem.GetProperty("errors")[0].GetProperty("code").GetString());
        JsonObject act = Refusal();
        act["recordings"] = new JsonArray(new JsonObject { ["reason"] = "记录仪电量耗尽" });
        Assert.True((await Attest(document, act)).IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("inkml")]
    [InlineData("png")]
    [InlineData("svg-path")]
    [InlineData("signature_pad")]
    public async Task Ink_is_taken_in_each_of_its_formats(string format)
    {
        byte[] document = await Issued("xianchang-bilu", "ordinary", "default");
        JsonNode ink = format switch
        {
            "inkml" => new JsonObject
            {
                ["format"] = format,
                ["data"] = "<ink xmlns=\"http://www.w3.org/2003/InkML\"><traceFormat><channel name=\"X\"/><channel name=\"Y\"/><channel name=\"F\" max=\"1023\"/></traceFormat><trace>10 10 300, 40 14 700, 70 44 400</trace><trace>12 50 500, 66 12 900</trace></ink>",
            },
            "png" => new JsonObject { ["format"] = format, ["data"] = Convert.ToBase64String(await File.ReadAllBytesAsync(Path.Combine(WritHouse.Root, "tests", "signature.png"))) },
            "svg-path" => new JsonObject { ["format"] = format, ["data"] = "M10 10C20 8 30 12 40 14L70 44M12 50L66 12" },
            _ => Handwriting.Of("王海涛"),
        };
        JsonObject act = new()
        {
            ["act"] = "signature", ["slots"] = new JsonArray("party"), ["person"] = new JsonObject { ["name"] = "王海涛", ["ink"] = ink }, ["everyPage"] = true, ["at"] = Moment,
            ["shown"] = Convert.ToHexStringLower(SHA256.HashData(document)),
        };
        HttpResponseMessage answer = await Attest(document, act);
        byte[] signed = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(answer.IsSuccessStatusCode, Encoding.UTF8.GetString(signed));
        JsonElement told = (await (await client.PostAsync("/v1/documents/inspect", Pdf(signed))).Json()).GetProperty("acts")[0].GetProperty("record").GetProperty("act").GetProperty("person").GetProperty("ink");
        Assert.Equal(format, told.GetProperty("format").GetString());
        Assert.Equal(64, told.GetProperty("sha256").GetString()!.Length);
        Assert.Equal("passed", (await client.PostAsync("/v1/documents/verify", Pdf(signed))).Headers.GetValues("Writ-Verdict").Single());
    }

    [Theory]
    [InlineData(1, "大专文化", "本科文化", null, null)]
    [InlineData(1, "我叫王海涛，是云岭市鑫源食品有限公司的法定代表人", "我叫王海涛，是云岭市鑫源食品有限公司的总经理", null, null)] // over the end of a line
    [InlineData(2, "大专文化", "本科文化", "alteration-passage-unknown", "第 1 页")]
    [InlineData(1, "小学文化", "本科文化", "alteration-passage-unknown", "没有“小学文化”")]
    [InlineData(1, "2026-03-09", "2026-03-10", "alteration-passage-unknown", "2026-03-09")] // as the case data has it, not as it is printed
    [InlineData(9, "大专文化", "本科文化", "alteration-page-unknown", "第 9 页")]
    public async Task A_correction_names_what_its_page_says(int page, string old, string now, string? code, string? says)
    {
        byte[] document = await Issued("xunwen-bilu", "three-pages", "default");
        JsonObject act = Alteration(document, "alteration-1", page, old, now);
        HttpResponseMessage answer = await Attest(document, act);
        if (code is null)
        {
            byte[] altered = await answer.Content.ReadAsByteArrayAsync();
            Assert.True(answer.IsSuccessStatusCode, Encoding.UTF8.GetString(altered));
            JsonElement again = await (await Attest(altered, Alteration(altered, "alteration-2", page, old, "又改"))).Problem(HttpStatusCode.Conflict, "act-forbidden");
            Assert.Equal("alteration-repeated", again.GetProperty("errors")[0].GetProperty("code").GetString());
            return;
        }
        JsonElement error = (await answer.Problem(HttpStatusCode.Conflict, "act-forbidden")).GetProperty("errors")[0];
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.Contains(says!, error.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    private static JsonObject Alteration(byte[] document, string slot, int page, string old, string now) => new()
    {
        ["act"] = "alteration", ["slots"] = new JsonArray(slot), ["person"] = new JsonObject { ["name"] = "王海涛", ["ink"] = Handwriting.Of("王海涛") }, ["at"] = Moment,
        ["shown"] = Convert.ToHexStringLower(SHA256.HashData(document)), ["page"] = page, ["old"] = old, ["new"] = now,
    };

    private static JsonObject Refusal() => JsonNode.Parse($$"""
        {"act":"refusal","slots":["party"],"person":{"name":"王海涛"},"at":"{{Moment}}","reason":"认为检查程序不合规",
         "officers":[{"name":"周建平","certificateNumber":"22050115023"},{"name":"李思远","certificateNumber":"22050115047"}],
         "witness":{"name":"刘国强","unit":"民主社区居民委员会主任","ink":{{Handwriting.Of("刘国强").ToJsonString()}} } }
        """)!.AsObject();

    private async Task<byte[]> Issued(string pack, string example, string profile)
    {
        JsonObject data = JsonNode.Parse(await client.GetStringAsync($"/v1/packs/{pack}/examples/{example}?profile=default"))!.AsObject();
        // These bureaus film their inspections; when, is nothing to the refusal that comes after.
        if (profile != "default")
            data["recordings"] = JsonNode.Parse($$"""[{"fileId":"AV-1","device":"DSJ-T6","recorder":"周建平","recorderCertificate":"22050115023","start":"2026-03-03T09:05","end":"2026-03-03T11:20","place":"现场","act":"现场检查","hash":"{{new string('b', 64)}}","store":"执法资料库","storedAt":"2026-03-03T15:00"}]""");
        HttpResponseMessage answer = await client.Ask(HttpMethod.Post, $"/v1/packs/{pack}/documents?seal=bureau", new JsonObject { ["profile"] = profile, ["data"] = data }.ToJsonString());
        byte[] document = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(answer.IsSuccessStatusCode, Encoding.UTF8.GetString(document));
        return document;
    }

    private async Task<JsonElement[]> Warnings(byte[] document, JsonObject act)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/v1/documents/attest") { Content = Form(document, act) };
        request.Headers.Accept.ParseAdd("application/json");
        HttpResponseMessage answer = await client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return [.. (await answer.Json()).GetProperty("receipt").GetProperty("warnings").EnumerateArray()];
    }

    private Task<HttpResponseMessage> Attest(byte[] document, JsonObject act) => client.PostAsync("/v1/documents/attest", Form(document, act));

    private static MultipartFormDataContent Form(byte[] document, JsonObject act) =>
        new() { { Pdf(document), "document" }, { new StringContent(act.ToJsonString(), Encoding.UTF8, "application/json"), "attestation" } };

    private static ByteArrayContent Pdf(byte[] document) => new(document) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
}
