using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using WritService.Tests.Attest;

namespace WritService.Tests.Tablets;

/// <summary>A ticket is worth exactly what it says; a capture exactly the file it was made on, and once.</summary>
public sealed class TabletTests(StoppedHouse house) : IClassFixture<StoppedHouse>
{
    private const string Moment = "2026-11-22T10:00:00+08:00";
    private const string Ink = """{"format":"svg-path","data":"M10 10L40 14L70 44L12 50L66 12"}""";
    private static byte[]? issued;
    private readonly HttpClient client = house.CreateClient();

    [Fact]
    public async Task The_party_signs_by_tablet_and_the_capture_works_once()
    {
        byte[] document = await Issued();
        JsonElement ticket = await Ticket(document, """{"slots":["party"],"person":{"name":"王海涛"},"readingSeconds":20}""");
        Assert.Equal(Hash(document), ticket.GetProperty("document").GetProperty("sha256").GetString());
        Assert.Equal(["signature", "fingerprint", "refusal"], ticket.GetProperty("acts").EnumerateArray().Select(act => act.GetString()));
        JsonElement slot = ticket.GetProperty("slots")[0];
        Assert.Equal("party", slot.GetProperty("role").GetString());
        Assert.Equal(4, slot.GetProperty("places")[0].GetProperty("rect").GetArrayLength());

        JsonElement payload = JsonElement.Parse(Base64Url.DecodeFromChars(ticket.GetProperty("ticket").GetString()!.Split('.')[1]));
        Assert.Equal(ticket.GetProperty("slots").GetRawText().Length, payload.GetProperty("slots").GetRawText().Length);
        Assert.Equal("云岭市市场监督管理局", payload.GetProperty("iss").GetString());

        JsonElement capture = await Captured(Body(ticket, document));
        Assert.Equal(Hash(document), capture.GetProperty("sha256").GetString());
        byte[] signed = await Bytes(await Attest(document, [capture]));
        Assert.True(signed.AsSpan().StartsWith(document));
        JsonElement state = await (await client.PostAsync("/v1/documents/inspect", Pdf(signed))).Json();
        JsonElement record = state.GetProperty("acts")[0].GetProperty("record");
        Assert.Equal("办案平板-03", record.GetProperty("act").GetProperty("device").GetProperty("name").GetString());
        Assert.Equal(25, record.GetProperty("act").GetProperty("reading").GetProperty("seconds").GetInt32());
        Assert.True(record.TryGetProperty("captured", out _));

        // Again: the file has changed, so the capture is worth nothing.
        Assert.Equal("capture-other-document", await Code(await Attest(signed, [capture]), HttpStatusCode.Conflict, "capture-refused"));
        await (await AskTicket(signed, """{"slots":["party"],"person":{"name":"王海涛"}}""")).Problem(HttpStatusCode.Conflict, "act-forbidden");
    }

    [Fact]
    public async Task Several_people_sign_what_they_were_shown_in_one_call()
    {
        byte[] document = await Issued();
        JsonElement party = await Captured(Body(await Ticket(document, """{"slots":["party"],"person":{"name":"王海涛"}}"""), document));
        byte[] signed = await Bytes(await Attest(document, [party]));
        JsonElement[] officers =
        [
            await Captured(Body(await Ticket(signed, """{"slots":["officer-1"],"person":{"name":"周建平","certificateNumber":"22050115023"}}"""), signed)),
            await Captured(Body(await Ticket(signed, """{"slots":["officer-2"],"person":{"name":"李思远","certificateNumber":"22050115047"}}"""), signed)),
        ];
        byte[] both = await Bytes(await Attest(signed, officers));
        JsonElement state = await (await client.PostAsync("/v1/documents/inspect", Pdf(both))).Json();
        Assert.All(state.GetProperty("slots").EnumerateArray().Where(slot => slot.GetProperty("name").GetString() is "party" or "officer-1" or "officer-2"), slot => Assert.Equal("attested", slot.GetProperty("standing").GetString()));
        Assert.Equal("passed", (await client.PostAsync("/v1/documents/verify", Pdf(both))).Headers.GetValues("Writ-Verdict").Single());

        // One officer in both slots is one officer: all captures are recorded, or none.
        JsonElement again = await Captured(Body(await Ticket(signed, """{"slots":["officer-2"],"person":{"name":"周建平","certificateNumber":"22050115023"}}"""), signed));
        Assert.Equal("officer-repeated", await Code(await Attest(signed, [officers[0], again]), HttpStatusCode.Conflict, "act-forbidden"));
    }

    [Fact]
    public async Task A_refusal_at_the_tablet_is_completed_at_the_desk()
    {
        byte[] document = await Issued();
        JsonObject body = Body(await Ticket(document, """{"slots":["party"],"person":{"name":"王海涛"}}"""), document);
        body.Remove("ink");
        body.Remove("everyPage");
        (body["act"], body["reason"], body["reading"]!["seconds"]) = ("refusal", "未说明理由", 2);
        JsonElement capture = await Captured(body);
        Assert.Equal("officers-too-few", await Code(await Attest(document, [capture]), HttpStatusCode.Conflict, "act-forbidden"));
        const string Present = """{"noWitness":"夜间现场无他人","officers":[{"name":"周建平","certificateNumber":"22050115023"},{"name":"李思远","certificateNumber":"22050115047"}]}""";
        await Bytes(await Attest(document, [capture], Present));
        await (await Attest(document, [capture], """{"reason":"另一理由"}""")).Problem(HttpStatusCode.UnprocessableEntity, "attestation-rejected");
    }

    public static TheoryData<string> TicketCrimes => ["ticket-unreadable", "ticket-forged", "ticket-other-document", "ticket-other-slot", "ticket-other-act", "ticket-other-facts", "reading-too-short", "capture-time-implausible"];

    [Theory, MemberData(nameof(TicketCrimes))]
    public async Task A_ticket_allows_nothing_else(string code)
    {
        byte[] document = await Issued();
        JsonElement ticket = await Ticket(document, """{"slots":["party"],"person":{"name":"王海涛"},"acts":["signature"],"readingSeconds":20,"given":{"recordings":[{"reason":"设备故障"}]}}""");
        JsonObject body = Body(ticket, document);
        string compact = ticket.GetProperty("ticket").GetString()!;
        switch (code)
        {
            case "ticket-unreadable": body["ticket"] = "a.b.c"; break;
            case "ticket-forged": body["ticket"] = Forged(compact); break;
            case "ticket-other-document": body["shown"] = Hash([1]); break;
            case "ticket-other-slot": body["slots"] = new JsonArray("officer-1"); break;
            case "ticket-other-act": (body["act"], body["reason"]) = ("refusal", "不签"); break;
            case "ticket-other-facts": body["recordings"] = new JsonArray(); break;
            case "reading-too-short": body["reading"]!["seconds"] = 19; break;
            case "capture-time-implausible": body["at"] = "2026-11-22T09:50:00+08:00"; break;
        }
        Assert.Equal(code, await Code(await client.Ask(HttpMethod.Post, "/v1/captures", body.ToJsonString()), HttpStatusCode.Conflict, "ticket-refused"));
    }

    [Fact]
    public async Task A_ticket_ends()
    {
        byte[] document = await Issued();
        JsonObject body = Body(await Ticket(document, """{"slots":["party"],"person":{"name":"王海涛"},"expiresAt":"2026-11-22T10:01:00+08:00"}"""), document);
        using WritHouse later = new(("Writ:Certificates", house.Certificates)) { Clock = new DateTimeOffset(2026, 11, 22, 10, 1, 1, TimeSpan.FromHours(8)) };
        Assert.Equal("ticket-expired", await Code(await later.CreateClient().Ask(HttpMethod.Post, "/v1/captures", body.ToJsonString()), HttpStatusCode.Conflict, "ticket-refused"));
    }

    [Fact]
    public async Task A_capture_is_held_to_its_form_and_to_its_seal()
    {
        byte[] document = await Issued();
        JsonElement ticket = await Ticket(document, """{"slots":["party"],"person":{"name":"王海涛"}}""");
        JsonObject body = Body(ticket, document);
        body["ink"]!["data"] = "M1 1L1 1";
        JsonElement problem = await (await client.Ask(HttpMethod.Post, "/v1/captures", body.ToJsonString())).Problem(HttpStatusCode.UnprocessableEntity, "attestation-rejected");
        Assert.Equal("ink-too-little", problem.GetProperty("errors")[0].GetProperty("code").GetString());
        body.Remove("ink");
        problem = await (await client.Ask(HttpMethod.Post, "/v1/captures", body.ToJsonString())).Problem(HttpStatusCode.UnprocessableEntity, "attestation-rejected");
        Assert.Equal("ink-missing", problem.GetProperty("errors")[0].GetProperty("code").GetString());
        body["inks"] = new JsonArray(new JsonObject { ["page"] = 1, ["ink"] = JsonNode.Parse(Ink) });
        problem = await (await client.Ask(HttpMethod.Post, "/v1/captures", body.ToJsonString())).Problem(HttpStatusCode.UnprocessableEntity, "attestation-rejected");
        Assert.Equal("pages-unsigned", problem.GetProperty("errors")[0].GetProperty("code").GetString());
        body.Remove("inks");
        body["ink"] = new JsonObject { ["format"] = "svg-path", ["data"] = new string('M', 1_100_000) };
        problem = await (await client.Ask(HttpMethod.Post, "/v1/captures", body.ToJsonString())).Problem(HttpStatusCode.UnprocessableEntity, "attestation-rejected");
        Assert.Equal("ink-too-large", problem.GetProperty("errors")[0].GetProperty("code").GetString());
        await (await client.Ask(HttpMethod.Post, "/v1/captures", "{")).Problem(HttpStatusCode.BadRequest, "malformed-json");

        string compact = (await Captured(Body(ticket, document))).GetProperty("capture").GetString()!;
        Assert.Equal("capture-forged", await Code(await Attest(document, [Forged(compact)]), HttpStatusCode.Conflict, "capture-refused"));
        Assert.Equal("capture-unreadable", await Code(await Attest(document, ["x"]), HttpStatusCode.Conflict, "capture-refused"));
        // A ticket is no capture, whoever signed it.
        Assert.Equal("capture-unreadable", await Code(await Attest(document, [ticket.GetProperty("ticket").GetString()!]), HttpStatusCode.Conflict, "capture-refused"));
    }

    [Theory]
    [InlineData("""{"slots":[],"person":{"name":"王海涛"}}""", 400, "attestation-member-missing")]
    [InlineData("""{"slots":["party"]}""", 400, "attestation-member-missing")]
    [InlineData("""{"slots":["party"],"person":{"name":"王海涛","ink":{}}}""", 400, "attestation-member-unknown")]
    [InlineData("""{"slots":["party"],"person":{"name":"王海涛"},"acts":["absence"]}""", 400, "attestation-act-unknown")]
    [InlineData("""{"slots":["party"],"person":{"name":"王海涛"},"given":{"ink":{}}}""", 400, "attestation-member-unknown")]
    [InlineData("""{"slots":["party"],"person":{"name":"王海涛"},"expiresAt":"2026-11-23T10:00:01+08:00"}""", 400, "ticket-term-out-of-range")]
    [InlineData("""{"slots":["party"],"person":{"name":"王海涛"},"readingSeconds":3601}""", 400, "ticket-term-out-of-range")]
    [InlineData("""{"slots":["neighbour"],"person":{"name":"王海涛"}}""", 409, "slot-unknown")]
    [InlineData("""{"slots":["party","officer-1"],"person":{"name":"王海涛"}}""", 409, "slots-of-several-roles")]
    [InlineData("""{"slots":["party"],"person":{"name":"路人甲"}}""", 409, "capacity-missing")]
    [InlineData("""{"slots":["party"],"person":{"name":"王海涛"},"acts":["alteration"]}""", 409, "act-unfit-for-slot")]
    [InlineData("""{"slots":["party"],"person":{"name":"周建平","certificateNumber":"22050115023"}}""", 409, "officer-not-party")]
    [InlineData("""{"slots":["alteration-1"],"person":{"name":"王海涛"},"given":{"page":1,"old":"文书中没有的话","new":"x"}}""", 409, "alteration-passage-unknown")]
    [InlineData("""{"slots":["party"],"person":{"name":"王海涛"},"given":{"mood":"good"}}""", 400, "attestation-member-unknown")]
    public async Task A_ticket_is_not_issued_for_what_cannot_be(string request, int status, string code) =>
        Assert.Equal(code, await Code(await AskTicket(await Issued(), request), (HttpStatusCode)status, status == 400 ? "invalid-envelope" : "act-forbidden"));

    private async Task<byte[]> Issued()
    {
        if (issued is not null)
            return issued;
        string data = await client.GetStringAsync("/v1/packs/xianchang-bilu/examples/ordinary");
        return issued = await Bytes(await client.Ask(HttpMethod.Post, "/v1/packs/xianchang-bilu/documents?seal=bureau", $$"""{"data":{{data}}}"""));
    }

    private Task<HttpResponseMessage> AskTicket(byte[] document, string request) =>
        client.PostAsync("/v1/signing-tickets", new MultipartFormDataContent { { Pdf(document), "document" }, { new StringContent(request, Encoding.UTF8, "application/json"), "ticket" } });

    private async Task<JsonElement> Ticket(byte[] document, string request)
    {
        HttpResponseMessage answer = await AskTicket(document, request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Json();
    }

    private async Task<JsonElement> Captured(JsonObject body)
    {
        HttpResponseMessage answer = await client.Ask(HttpMethod.Post, "/v1/captures", body.ToJsonString());
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Json();
    }

    private Task<HttpResponseMessage> Attest(byte[] document, IEnumerable<JsonElement> captures, string? completion = null) =>
        Attest(document, captures.Select(capture => capture.GetProperty("capture").GetString()!), completion);

    private Task<HttpResponseMessage> Attest(byte[] document, IEnumerable<string> captures, string? completion = null)
    {
        MultipartFormDataContent form = new() { { Pdf(document), "document" } };
        foreach (string capture in captures)
            form.Add(new StringContent(capture), "capture");
        if (completion is not null)
            form.Add(new StringContent(completion, Encoding.UTF8, "application/json"), "attestation");
        return client.PostAsync("/v1/documents/attest", form);
    }

    private static async Task<byte[]> Bytes(HttpResponseMessage answer)
    {
        byte[] bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(answer.IsSuccessStatusCode, Encoding.UTF8.GetString(bytes));
        return bytes;
    }

    private static async Task<string?> Code(HttpResponseMessage answer, HttpStatusCode status, string kind) =>
        (await answer.Problem(status, kind)).GetProperty("errors")[0].GetProperty("code").GetString();

    private static JsonObject Body(JsonElement ticket, byte[] document) => new()
    {
        ["ticket"] = ticket.GetProperty("ticket").GetString(),
        ["act"] = "signature",
        ["at"] = Moment,
        ["shown"] = Hash(document),
        ["reading"] = new JsonObject { ["seconds"] = 25, ["pages"] = new JsonArray(1, 2) },
        ["device"] = new JsonObject { ["name"] = "办案平板-03", ["userAgent"] = "Mozilla/5.0", ["screen"] = "1280x800" },
        ["ink"] = JsonNode.Parse(Ink),
        ["everyPage"] = true,
    };

    // One bit of the payload: a name, a digit or a brace becomes another.
    private static string Forged(string compact)
    {
        string[] parts = compact.Split('.');
        byte[] payload = Base64Url.DecodeFromChars(parts[1]);
        int digit = payload.AsSpan().LastIndexOfAnyInRange((byte)'0', (byte)'9');
        payload[digit] ^= 1;
        return $"{parts[0]}.{Base64Url.EncodeToString(payload)}.{parts[2]}";
    }

    private static string Hash(byte[] document) => Convert.ToHexStringLower(SHA256.HashData(document));

    private static ByteArrayContent Pdf(byte[] document) => new(document) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
}
