using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Writ.Documents;
using Writ.Outside;
using Writ.Pdf;
using Writ.Sealing;

namespace WritService.Tests.Verify;

/// <summary>A document in, a report out: for machines, and for people.</summary>
public sealed class VerifyTests(WritHouse house) : IClassFixture<WritHouse>
{
    private readonly HttpClient client = house.CreateClient();

    [Fact]
    public async Task A_sealed_writ_comes_out_again_byte_for_byte()
    {
        JsonElement report = await (await Verify(await Sealed())).Json();
        Assert.Equal("passed", report.GetProperty("verdict").GetString());
        JsonElement writ = report.GetProperty("writ");
        Assert.Equal("yes", writ.GetProperty("reproduced").GetString());
        Assert.True(writ.GetProperty("dataAgrees").GetBoolean());
        Assert.NotEqual(0, writ.GetProperty("slots").GetArrayLength());
        Assert.All(writ.GetProperty("slots").EnumerateArray(), slot => Assert.Equal("awaiting", slot.GetProperty("standing").GetString()));
    }

    [Fact]
    public async Task A_first_revision_of_which_one_byte_differs_is_not_reproduced()
    {
        byte[] document = await Sealed();
        document[document.AsSpan().IndexOf("WritService"u8)]++;
        JsonElement report = await (await Verify(document)).Json();
        Assert.Equal("failed", report.GetProperty("verdict").GetString());
        Assert.Equal("no", report.GetProperty("writ").GetProperty("reproduced").GetString());
    }

    [Fact]
    public async Task Without_templates_nothing_is_said_about_reproduction()
    {
        byte[] document = await Sealed();
        Report report = Chancery.Examine(document);
        Assert.Equal(Reproduction.PackUnknown, Reviewing.Examine(document, report, null, null)!.Reproduction);
    }

    [Fact]
    public async Task A_file_of_others_has_no_review()
    {
        Assert.False((await (await Verify("%PDF-1.7\nnothing"u8.ToArray())).Json()).TryGetProperty("writ", out _));
    }

    [Fact]
    public async Task The_report_is_as_its_published_schema_says()
    {
        byte[] document = await Sealed();
        ReportSchema schema = ReportSchema.Open();
        foreach (byte[] file in new[] { document, document[..^9], "nothing"u8.ToArray() })
        {
            Report report = Chancery.Examine(file);
            Assert.Empty(schema.Faults(JsonElement.Parse(ReviewJson.Write("a.pdf", report, Chancery.Review(file, report).Review))));
        }
        Assert.Equal(Enum.GetValues<SubIndication>().Select(ReportJson.Word), schema.Words("properties", "subIndication"));
        Assert.Equal(Enum.GetValues<Integrity>().Select(ReportJson.Word).Order(StringComparer.Ordinal), schema.Words("$defs", "integrity").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task People_get_a_page_that_needs_nothing_from_outside()
    {
        HttpResponseMessage answer = await Verify(await Sealed(), "text/html", "?name=%3Cscript%3Ealert(1)%3C%2Fscript%3E.pdf");
        string page = await answer.Content.ReadAsStringAsync();
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("passed", answer.Headers.GetValues("Writ-Verdict").Single());
        Assert.Contains("<html lang=\"zh-CN\">", page);
        Assert.Contains("核验通过", page);
        Assert.Contains("逐字节一致", page);
        Assert.DoesNotContain("<script", page);
        Assert.DoesNotMatch("""(?:src|href)=""", page);
        Held(answer, page, "style");
    }

    [Fact]
    public async Task The_dossier_gets_a_paper_that_is_a_document_of_its_own()
    {
        HttpResponseMessage answer = await Verify(await Sealed(), "application/pdf", "?name=%E7%AC%94%E5%BD%95.pdf");
        byte[] paper = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("passed", answer.Headers.GetValues("Writ-Verdict").Single());
        PdfFile file = PdfFile.OpenStrictly(paper);
        Assert.Empty(file.Anomalies);
        Assert.Equal(Integrity.NoSignature, Chancery.Examine(paper).Integrity);
        string packet = Encoding.UTF8.GetString(file.Latest.Decode((PdfStream)file.Latest.Resolve(file.Latest.Catalog["Metadata"])).Span);
        Assert.Contains("pdfaid:part>3<", packet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_for_judges_styles_the_report_as_the_report_does()
    {
        HttpResponseMessage answer = await client.GetAsync("/verify");
        Assert.Contains($"style-src 'self' '{ReportPage.Hash(ReportPage.Style)}'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Contains($"<style>{ReportPage.Style}</style>", await answer.Content.ReadAsStringAsync());
    }

    private Chancery Chancery => house.Services.GetRequiredService<Chancery>();

    // The policy names exactly what the page holds inline.
    private static void Held(HttpResponseMessage answer, string page, string kind) => Assert.Contains(
        $"{kind}-src '{ReportPage.Hash(Regex.Match(page, $"<{kind}>(.*?)</{kind}>", RegexOptions.Singleline).Groups[1].Value)}'", answer.Headers.GetValues("Content-Security-Policy").Single());

    private Task<HttpResponseMessage> Verify(byte[] document, string accept = "application/json", string query = "")
    {
        HttpRequestMessage request = new(HttpMethod.Post, "/v1/documents/verify" + query) { Content = new ByteArrayContent(document) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        request.Headers.Accept.ParseAdd(accept);
        return client.SendAsync(request);
    }

    private async Task<byte[]> Sealed()
    {
        string data = await client.GetStringAsync("/v1/packs/xunwen-bilu/examples/ordinary");
        HttpResponseMessage answer = await client.Ask(HttpMethod.Post, "/v1/packs/xunwen-bilu/documents?seal=bureau", $$"""{"profile":"default","data":{{data}}}""");
        byte[] document = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(answer.IsSuccessStatusCode, Encoding.UTF8.GetString(document));
        return document;
    }
}
