using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace WritService.Tests.Pages;

/// <summary>The officer's side of the pages: issues documents and tickets, records captures.</summary>
internal static class Desk
{
    public static async Task<byte[]> IssueAsync(this HttpClient client)
    {
        string data = await client.GetStringAsync("/v1/packs/xunwen-bilu/examples/ordinary");
        return await Bytes(await client.Ask(HttpMethod.Post, "/v1/packs/xunwen-bilu/documents?seal=bureau", $$"""{"data":{{data}}}"""));
    }

    /// <summary>A ticket for the person questioned, on every place that is theirs.</summary>
    public static Task<string> TicketAsync(this HttpClient client, byte[] document, int readingSeconds = 0) =>
        client.TicketAsync(document, $$"""{"slots":["person","statement"],"person":{"name":"王海涛"},"readingSeconds":{{readingSeconds}}}""");

    public static async Task<string> TicketAsync(this HttpClient client, byte[] document, string request) =>
        (await (await client.PostAsync("/v1/signing-tickets", new MultipartFormDataContent
        {
            { Pdf(document), "document" },
            { new StringContent(request, Encoding.UTF8, "application/json"), "ticket" },
        })).Json()).GetProperty("ticket").GetString()!;

    public static async Task<byte[]> RecordAsync(this HttpClient client, byte[] document, string capture, string? completion = null)
    {
        MultipartFormDataContent parts = new() { { Pdf(document), "document" }, { new StringContent(capture), "capture" } };
        if (completion is not null)
            parts.Add(new StringContent(completion, Encoding.UTF8, "application/json"), "attestation");
        return await Bytes(await client.PostAsync("/v1/documents/attest", parts));
    }

    public static async Task<JsonElement> InspectAsync(this HttpClient client, byte[] document) => await (await client.PostAsync("/v1/documents/inspect", Pdf(document))).Json();

    public static FilePayload File(byte[] document, string name = "询问笔录.pdf") => new() { Name = name, MimeType = "application/pdf", Buffer = document };

    private static async Task<byte[]> Bytes(HttpResponseMessage answer)
    {
        byte[] bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(answer.IsSuccessStatusCode, Encoding.UTF8.GetString(bytes));
        return bytes;
    }

    private static ByteArrayContent Pdf(byte[] document) => new(document) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
}
