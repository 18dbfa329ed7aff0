using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WritService.Tests.Replicas;

/// <summary>The work of a bureau's day in small: writs are rendered, sealed, refused, signed at a tablet, verified and made in batches; every job knows its own documents again.</summary>
internal sealed class MixedLoad(PatientCaller caller, string example)
{
    private const int LinesOfBatch = 4;

    /// <summary>Job number <paramref name="number"/>, to its end: what it got back, each document once.</summary>
    public Task<IReadOnlyList<byte[]>> Do(int number) => (number % 5) switch
    {
        0 => Render(number),
        1 => SealLater(number),
        2 => Refuse(number),
        3 => Sign(number),
        _ => Batch(number),
    };

    /// <summary>The mark a job leaves in its data, found again in what comes back.</summary>
    public static string Mark(int number, int line = 0) => $"第{number}项之{line}";

    /// <summary>Which job and line a document is of, by the case data in it.</summary>
    public async Task<string> MarkOf(byte[] document) =>
        JsonElement.Parse((await Good(() => Pdf("/v1/documents/inspect", document))).Body).GetProperty("data").GetProperty("subject").GetString()!;

    private async Task<IReadOnlyList<byte[]>> Render(int number) => [await Verified(await Made(number, "?seal=bureau"))];

    private async Task<IReadOnlyList<byte[]>> SealLater(int number)
    {
        byte[] unsealed = await Made(number, "");
        byte[] done = (await Good(() => Pdf("/v1/documents/seal?key=bureau&field=Issuer", unsealed))).Body;
        Assert.True(done.AsSpan().StartsWith(unsealed));
        return [await Verified(done)];
    }

    private async Task<IReadOnlyList<byte[]>> Refuse(int number)
    {
        byte[] issued = await Made(number, "?seal=bureau");
        string act = $$"""
            {"act":"refusal","slots":["person"],"person":{"name":"王海涛"},"at":"{{DateTimeOffset.UtcNow:O}}","reason":"认为记录与本人陈述不符","noWitness":"询问在办案场所进行，无其他人员在场",
             "officers":[{"name":"周建平","certificateNumber":"22050115023"},{"name":"李思远","certificateNumber":"22050115047"}]}
            """;
        byte[] refused = (await Good(() => Form("/v1/documents/attest", issued, "attestation", act))).Body;
        Assert.True(refused.AsSpan().StartsWith(issued));
        return [await Verified(refused)];
    }

    // The person questioned signs every page at a tablet: a ticket for exactly this file, a capture under it, the capture into the file.
    private async Task<IReadOnlyList<byte[]>> Sign(int number)
    {
        byte[] issued = await Made(number, "?seal=bureau");
        string shown = Convert.ToHexStringLower(SHA256.HashData(issued));
        string ticket = await Member("ticket", () => Form("/v1/signing-tickets", issued, "ticket", """{"slots":["person"],"person":{"name":"王海涛"},"readingSeconds":0}"""));
        string capture = await Member("capture", () => Json("/v1/captures", $$"""
            {"ticket":"{{ticket}}","act":"signature","at":"{{DateTimeOffset.UtcNow:O}}","shown":"{{shown}}","reading":{"seconds":30},"device":{"name":"办案平板"},
             "ink":{"format":"svg-path","data":"M10 10L40 14L70 44L12 50L66 12"},"everyPage":true}
            """));
        byte[] signed = (await Good(() => Form("/v1/documents/attest", issued, "capture", capture))).Body;
        Assert.True(signed.AsSpan().StartsWith(issued));
        return [await Verified(signed)];
    }

    // A batch that breaks off is posted again with the lines not yet answered, at the same clock.
    private async Task<IReadOnlyList<byte[]>> Batch(int number)
    {
        SortedDictionary<int, byte[]> answered = [];
        string at = Uri.EscapeDataString(DateTimeOffset.UtcNow.ToString("O"));
        while (answered.Count < LinesOfBatch)
        {
            string lines = string.Concat(Enumerable.Range(0, LinesOfBatch).Where(line => !answered.ContainsKey(line))
                .Select(line => $$"""{"id":"{{line}}","pack":"xunwen-bilu","seal":"bureau","data":{{Data(number, line)}}}""" + "\n"));
            (_, byte[] body) = await Good(() => new HttpRequestMessage(HttpMethod.Post, $"/v1/batches?order=any&at={at}") { Content = new StringContent(lines, Encoding.UTF8, "application/x-ndjson") });
            foreach (string text in Encoding.UTF8.GetString(body).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                JsonElement answer = JsonElement.Parse(text);
                if (answer.TryGetProperty("document", out JsonElement document) && document.ValueKind == JsonValueKind.String)
                    Assert.True(answered.TryAdd(int.Parse(answer.GetProperty("id").GetString()!), document.GetBytesFromBase64()), "a line was answered twice");
                // What a line is told to try again is simply not answered yet.
                else if (answer.TryGetProperty("status", out JsonElement status) && status.ValueKind == JsonValueKind.Number)
                    Assert.True(status.GetInt32() == 503, text);
            }
        }
        foreach (byte[] document in answered.Values)
            await Verified(document);
        return [.. answered.Values];
    }

    private async Task<byte[]> Made(int number, string query)
    {
        (HttpResponseMessage answer, byte[] document) = await Good(() => Json("/v1/packs/xunwen-bilu/documents" + query, $$"""{"data":{{Data(number, 0)}}}"""));
        Assert.Equal($"sha-256=:{Convert.ToBase64String(SHA256.HashData(document))}:", answer.Headers.GetValues("Repr-Digest").Single());
        return document;
    }

    private async Task<byte[]> Verified(byte[] document)
    {
        (HttpResponseMessage answer, byte[] report) = await Good(() => Pdf("/v1/documents/verify", document));
        Assert.True(answer.Headers.GetValues("Writ-Verdict").Single() == "passed", Encoding.UTF8.GetString(report));
        return document;
    }

    private async Task<(HttpResponseMessage Answer, byte[] Body)> Good(Func<HttpRequestMessage> request)
    {
        (HttpResponseMessage answer, byte[] body) = await caller.Call(request);
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {Encoding.UTF8.GetString(body)}");
        return (answer, body);
    }

    private string Data(int number, int line)
    {
        JsonObject data = JsonNode.Parse(example)!.AsObject();
        data["subject"] = Mark(number, line);
        return data.ToJsonString();
    }

    private async Task<string> Member(string name, Func<HttpRequestMessage> request) => JsonElement.Parse((await Good(request)).Body).GetProperty(name).GetString()!;

    private static HttpRequestMessage Json(string path, string text) => new(HttpMethod.Post, path) { Content = new StringContent(text, Encoding.UTF8, "application/json") };

    // A document and what is to be done with it; a capture is a compact JWS, everything else JSON.
    private static HttpRequestMessage Form(string path, byte[] document, string part, string text) => new(HttpMethod.Post, path)
    {
        Content = new MultipartFormDataContent { { Document(document), "document" }, { new StringContent(text, Encoding.UTF8, part == "capture" ? "text/plain" : "application/json"), part } },
    };

    private static HttpRequestMessage Pdf(string path, byte[] document) => new(HttpMethod.Post, path) { Content = Document(document) };

    private static ByteArrayContent Document(byte[] document) => new(document) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
}
