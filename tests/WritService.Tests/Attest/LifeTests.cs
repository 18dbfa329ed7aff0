using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WritService.Tests.Attest;

/// <summary>
/// The whole life of four documents over REST: a questioning record signed on every page by tablet, with a confirmed alteration; a return of service whose
/// recipient refused; an inspection record of an absent party; a penalty decided on the spot and refused, with a witness who signs and presses a finger.
/// Each ends closed, and its seals pass.
/// </summary>
public sealed class LifeTests(StoppedHouse house) : IClassFixture<StoppedHouse>
{
    private const string Moment = "2026-11-22T10:00:00+08:00";
    private const string Recording = """{"fileId":"AV-20261122-07","device":"执法记录仪 DSJ-07","recorder":"高洁","start":"2026-11-22T09:00:00+08:00","end":"2026-11-22T09:50:00+08:00","place":"现场","actRecorded":"留置送达","sha256":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","store":"执法资料库","storedAt":"2026-11-22T09:55:00+08:00"}""";
    private readonly HttpClient client = house.CreateClient();

    [Fact]
    public async Task A_questioning_record_is_signed_on_every_page_by_tablet_and_an_alteration_is_confirmed()
    {
        byte[] document = await Issued("xunwen-bilu", "three-pages", "default");
        JsonElement before = await Inspected(document);
        JsonElement data = before.GetProperty("data");
        string person = data.GetProperty("person").GetProperty("name").GetString()!;
        string phrase = before.GetProperty("slots").EnumerateArray().Single(slot => slot.GetProperty("name").GetString() == "statement").GetProperty("phrase").GetString()!;
        string passage = data.GetProperty("turns")[0].GetProperty("answer").GetString()![..6];

        document = await ByTablet(document, $$"""{"slots":["alteration-1"],"person":{"name":"{{person}}" },"given":{"page":1,"old":"{{passage}}","new":"更正后的内容"} }""", "alteration", person);
        document = await ByTablet(document, $$"""{"slots":["person","statement"],"person":{"name":"{{person}}" } }""", "signature", person, phrase);
        int number = 0;
        foreach (JsonElement officer in data.GetProperty("officers").EnumerateArray())
            document = await ByTablet(document, $$"""
                {"slots":["officer-{{++number}}"],"person":{"name":"{{officer.GetProperty("name").GetString()}}","certificateNumber":"{{officer.GetProperty("certificateNumber").GetString()}}" } }
                """, "signature", officer.GetProperty("name").GetString()!);
        JsonElement state = await Inspected(await Closed(document));
        Assert.True(state.GetProperty("closed").GetBoolean());
        Assert.Equal("更正后的内容", Act(state, "alteration").GetProperty("new").GetString());
        Assert.Equal("unused", Standing(state, "alteration-2"));
        Assert.Equal("attested", Standing(state, "statement"));
        Assert.Equal(3, state.GetProperty("acts").EnumerateArray().Count(act => act.GetProperty("act").GetString() == "signature" && act.GetProperty("slot").GetString() != "statement"));
    }

    [Fact]
    public async Task A_writ_is_left_with_a_recipient_who_refuses_it()
    {
        byte[] document = await Issued("songda-huizheng", "left-with-witness", "tonghua");
        document = await Recorded(document, $$"""
            {"act":"delivery","mode":"left","slots":["recipient"],"person":{"name":"孙玉芬"},"at":"{{Moment}}","reason":"认为处罚过重，拒绝签收","leftAt":"文书留置于其住所，置于收银台上",
             "officers":[{"name":"张立新","certificateNumber":"22050012016"},{"name":"高洁","certificateNumber":"22050012033"}],
             "witness":{"name":"刘国强","unit":"民主社区居民委员会主任"},"recordings":[{{Recording}}]}
            """);
        document = await Recorded(document, $$"""{"act":"witness-statement","slots":["witness"],"person":{"name":"刘国强","unit":"民主社区居民委员会主任","ink":{{Handwriting.Of("刘国强").ToJsonString()}} },"at":"{{Moment}}","statement":"见证留置送达"}""");
        document = await ByTablet(document, """{"slots":["server-1"],"person":{"name":"张立新","certificateNumber":"22050012016"}}""", "signature", "张立新");
        document = await ByTablet(document, """{"slots":["server-2"],"person":{"name":"高洁","certificateNumber":"22050012033"}}""", "signature", "高洁");
        JsonElement state = await Inspected(await Closed(document));
        Assert.Equal("served", Standing(state, "recipient"));
        Assert.Equal("AV-20261122-07", Act(state, "delivery").GetProperty("recordings")[0].GetProperty("fileId").GetString());
    }

    [Fact]
    public async Task An_absent_party_is_established_by_a_witness()
    {
        byte[] document = await Issued("xianchang-bilu", "maximal", "tonghua");
        JsonElement data = (await Inspected(document)).GetProperty("data");
        string party = data.GetProperty("party").GetProperty("name").GetString()!, witness = data.GetProperty("witness").GetProperty("name").GetString()!;
        string present = string.Join(',', data.GetProperty("officers").EnumerateArray().Select(officer => $$"""{"name":"{{officer.GetProperty("name").GetString()}}","certificateNumber":"{{officer.GetProperty("certificateNumber").GetString()}}" }"""));
        document = await Recorded(document, $$"""
            {"act":"absence","slots":["party"],"person":{"name":"{{party}}"},"at":"{{Moment}}","reason":"经营者在外地","notified":"已电话通知，未到场","officers":[{{present}}],
             "witness":{"name":"{{witness}}","unit":"社区居民委员会"},"recordings":[{{Recording}}]}
            """);
        document = await Recorded(document, $$"""{"act":"witness-statement","slots":["witness"],"person":{"name":"{{witness}}","unit":"社区居民委员会","ink":{{Handwriting.Of(witness).ToJsonString()}} },"at":"{{Moment}}","statement":"见证现场检查"}""");
        int number = 0;
        foreach (JsonElement officer in data.GetProperty("officers").EnumerateArray())
            document = await ByTablet(document, $$"""
                {"slots":["officer-{{++number}}"],"person":{"name":"{{officer.GetProperty("name").GetString()}}","certificateNumber":"{{officer.GetProperty("certificateNumber").GetString()}}" } }
                """, "signature", officer.GetProperty("name").GetString()!);
        JsonElement state = await Inspected(await Closed(document));
        Assert.Equal("absent", Standing(state, "party"));
        Assert.Equal("attested", Standing(state, "witness"));
    }

    [Fact]
    public async Task A_penalty_decided_on_the_spot_is_refused_before_a_witness_who_signs_and_presses_a_finger()
    {
        byte[] document = await Issued("dangchang-xingzheng-chufa-juedingshu", "ordinary", "default");
        document = await ByTablet(document, """{"slots":["officer-1"],"person":{"name":"周建平","certificateNumber":"22050115023"}}""", "signature", "周建平");
        document = await ByTablet(document, """{"slots":["officer-2"],"person":{"name":"李思远","certificateNumber":"22050115047"}}""", "signature", "李思远");
        document = await Recorded(document, $$"""
            {"act":"refusal","slots":["party"],"person":{"name":"李桂芳"},"at":"{{Moment}}","reason":"认为散装饼干是当天刚拆箱的，不应处罚",
             "officers":[{"name":"周建平","certificateNumber":"22050115023"},{"name":"李思远","certificateNumber":"22050115047"}],
             "witness":{"name":"刘国强","unit":"福安社区居民委员会主任","ink":{{Handwriting.Of("刘国强").ToJsonString()}} ,"fingerprint":{{Print}} } }
            """);
        JsonElement state = await Inspected(await Closed(document));
        Assert.Equal("refused", Standing(state, "party"));
        JsonElement witness = Act(state, "refusal").GetProperty("witness");
        Assert.Equal("right-index", witness.GetProperty("fingerprint").GetProperty("finger").GetString());
        Assert.StartsWith("sha256:", witness.GetProperty("fingerprint").GetProperty("image").GetString(), StringComparison.Ordinal);
    }

    private static string Print => $$"""{"finger":"right-index","image":"{{Convert.ToBase64String(File.ReadAllBytes(Path.Combine(WritHouse.Root, "tests", "fingerprint.png")))}}"}""";

    private async Task<byte[]> Issued(string pack, string example, string profile)
    {
        string data = await client.GetStringAsync($"/v1/packs/{pack}/examples/{example}?profile={profile}");
        return await Bytes(await client.Ask(HttpMethod.Post, $"/v1/packs/{pack}/documents?seal=bureau", $$"""{"profile":"{{profile}}","data":{{data}}}"""));
    }

    /// <summary>Ticket, capture, attest: what the desk and the tablet do together.</summary>
    private async Task<byte[]> ByTablet(byte[] document, string request, string act, string hand, string? phrase = null)
    {
        JsonElement ticket = JsonElement.Parse(await Bytes(await client.PostAsync("/v1/signing-tickets", new MultipartFormDataContent { { Pdf(document), "document" }, { new StringContent(request, Encoding.UTF8, "application/json"), "ticket" } })));
        JsonObject body = new()
        {
            ["ticket"] = ticket.GetProperty("ticket").GetString(), ["act"] = act, ["at"] = Moment, ["shown"] = Convert.ToHexStringLower(SHA256.HashData(document)),
            ["reading"] = new JsonObject { ["seconds"] = 90 }, ["device"] = new JsonObject { ["name"] = "办案平板-03" },
        };
        int[] pages = [.. ticket.GetProperty("slots").EnumerateArray().SelectMany(slot => slot.GetProperty("pages").EnumerateArray()).Select(page => page.GetInt32()).Distinct()];
        if (act == "signature")
            body["inks"] = new JsonArray([.. pages.Select(page => new JsonObject { ["page"] = page, ["ink"] = Handwriting.Of(hand) })]);
        else
            body["ink"] = Handwriting.Of(hand);
        if (phrase is not null)
            body["phrase"] = new JsonObject { ["text"] = phrase, ["ink"] = Handwriting.Of(phrase) };
        JsonElement capture = JsonElement.Parse(await Bytes(await client.Ask(HttpMethod.Post, "/v1/captures", body.ToJsonString())));
        MultipartFormDataContent form = new() { { Pdf(document), "document" }, { new StringContent(capture.GetProperty("capture").GetString()!), "capture" } };
        return await Longer(document, await client.PostAsync("/v1/documents/attest", form));
    }

    private async Task<byte[]> Recorded(byte[] document, string act) => await Longer(document,
        await client.PostAsync("/v1/documents/attest", new MultipartFormDataContent { { Pdf(document), "document" }, { new StringContent(act, Encoding.UTF8, "application/json"), "attestation" } }));

    private async Task<byte[]> Closed(byte[] document)
    {
        byte[] closed = await Longer(document, await client.PostAsync("/v1/documents/close", Pdf(document)));
        Assert.Equal("passed", (await client.PostAsync("/v1/documents/verify", Pdf(closed))).Headers.GetValues("Writ-Verdict").Single());
        return closed;
    }

    private async Task<JsonElement> Inspected(byte[] document) => JsonElement.Parse(await Bytes(await client.PostAsync("/v1/documents/inspect", Pdf(document))));

    private static JsonElement Act(JsonElement state, string act) =>
        state.GetProperty("acts").EnumerateArray().Single(known => known.GetProperty("act").GetString() == act).GetProperty("record").GetProperty("act");

    private static string? Standing(JsonElement state, string slot) =>
        state.GetProperty("slots").EnumerateArray().Single(known => known.GetProperty("name").GetString() == slot).GetProperty("standing").GetString();

    private static async Task<byte[]> Longer(byte[] document, HttpResponseMessage answer)
    {
        byte[] longer = await Bytes(answer);
        Assert.True(longer.AsSpan().StartsWith(document));
        return longer;
    }

    private static async Task<byte[]> Bytes(HttpResponseMessage answer)
    {
        byte[] bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(answer.IsSuccessStatusCode, Encoding.UTF8.GetString(bytes));
        return bytes;
    }

    private static ByteArrayContent Pdf(byte[] document) => new(document) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
}
