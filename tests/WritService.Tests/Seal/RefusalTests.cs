using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Writ.Outside;
using Writ.Pdf;

namespace WritService.Tests.Seal;

/// <summary>What the installation's own certificates and the document's own seals forbid, as a caller sees it: a problem with its code, and no document.</summary>
public sealed class RefusalTests : IDisposable
{
    private const string Pack = "songda-huizheng";
    private static readonly DateTimeOffset Made = new(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(8));
    private readonly string certificates = Directory.CreateTempSubdirectory("writ-refusals-").FullName;

    public RefusalTests()
    {
        File.Copy(Path.Combine(WritHouse.Root, "certs-dev", "recipe.json"), Path.Combine(certificates, "recipe.json"));
        DevelopmentCertificates.OpenOrCreate(certificates, new Stopped(Made));
    }

    public void Dispose() => Directory.Delete(certificates, recursive: true);

    [Theory]
    [InlineData(-2, "certificate-not-yet-valid")]
    [InlineData(1096, "certificate-expired")]
    public async Task Outside_the_validity_of_its_certificate_a_key_seals_nothing(int days, string code)
    {
        using WritHouse house = At(days);
        HttpResponseMessage answer = await Send(house, "seal", await Rendered(house));
        AssertCode(await answer.Problem(HttpStatusCode.ServiceUnavailable, "key-unfit"), code);
        Assert.False(answer.Headers.Contains("Writ-Receipt"));
    }

    [Fact]
    public async Task A_revoked_certificate_reaches_no_long_term_level()
    {
        using WritHouse house = At(0);
        byte[] document = await Rendered(house);
        house.Services.GetRequiredService<Chancery>().Seals.Development!.Revoke("bureau");
        foreach (string level in new[] { "B-LT", "B-LTA" })
            AssertCode(await (await Send(house, "seal?level=" + level, document)).Problem(HttpStatusCode.ServiceUnavailable, "key-unfit"), "certificate-revoked");
    }

    [Fact]
    public async Task A_document_sealed_by_a_stranger_is_not_extended()
    {
        using WritHouse house = At(0), stranger = new() { Clock = Made };
        byte[] foreign = await (await Send(stranger, "seal", await Rendered(stranger))).Content.ReadAsByteArrayAsync();
        AssertCode(await (await Send(house, "extend", foreign)).Problem(HttpStatusCode.Conflict, "seal-refused"), "certificate-untrusted");
    }

    [Fact]
    public async Task A_document_whose_record_is_spoilt_is_not_extended()
    {
        using WritHouse house = At(0);
        byte[] issued = await (await Send(house, "seal", await Rendered(house))).Content.ReadAsByteArrayAsync();
        byte[] spoilt = Enumerable.Range(1, (issued.Length / 16) - 1).Select(place => Changed(issued, place * 16)).First(document => Record.Exception(() => Chancery.Facts(document)) is PdfFormatException); // read strictly, it is a document
        await (await Send(house, "extend", spoilt)).Problem(HttpStatusCode.UnprocessableEntity, "document-unreadable");

        static byte[] Changed(byte[] document, int at)
        {
            byte[] changed = [.. document];
            changed[at] ^= 0x55;
            return changed;
        }
    }

    [Fact]
    public async Task What_is_sealed_closed_or_unknown_says_so()
    {
        using WritHouse house = At(0);
        byte[] plain = await Rendered(house);
        AssertCode(await (await Send(house, "extend", plain)).Problem(HttpStatusCode.Conflict, "seal-refused"), "document-not-sealed");
        await (await Send(house, "seal?key=nobody", plain)).Problem(HttpStatusCode.UnprocessableEntity, "unknown-key");

        byte[] issued = await (await Send(house, "seal", plain)).Content.ReadAsByteArrayAsync();
        AssertCode(await (await Send(house, "seal", issued)).Problem(HttpStatusCode.Conflict, "seal-refused"), "seal-field-taken");
        AssertCode(await (await Send(house, "seal?field=Nowhere", issued)).Problem(HttpStatusCode.Conflict, "seal-refused"), "seal-field-missing");

        AssertCode(await (await Send(house, "seal?field=A001_sig", issued)).Problem(HttpStatusCode.Conflict, "seal-refused"), "seal-without-act");

        byte[] closed = await (await Send(house, "seal?field=Close", await (await Send(house, "seal", await Rendered(house, "xingzheng-chufa-juedingshu"))).Content.ReadAsByteArrayAsync())).Content.ReadAsByteArrayAsync();
        AssertCode(await (await Send(house, "seal?field=A001_sig", closed)).Problem(HttpStatusCode.Conflict, "seal-refused"), "document-closed");
        Assert.True((await Send(house, "extend?level=B-LTA", closed)).IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("close")]
    [InlineData("seal?field=Close")]
    [InlineData("seal?field=Close&level=B-LTA")]
    public async Task What_must_be_signed_is_signed_before_the_document_ends_whichever_call_ends_it(string call)
    {
        using WritHouse house = At(0);
        byte[] issued = await (await Send(house, "seal", await Rendered(house))).Content.ReadAsByteArrayAsync();
        JsonElement problem = await (await Send(house, call, issued)).Problem(HttpStatusCode.Conflict, "act-forbidden");
        AssertCode(problem, "slots-open");
        Assert.Contains("第二十九条", problem.GetProperty("errors")[0].GetProperty("basis").GetString());
    }

    private WritHouse At(int days) => new(("Writ:Certificates", certificates)) { Clock = Made.AddDays(days) };

    private static async Task<byte[]> Rendered(WritHouse house, string pack = Pack)
    {
        HttpClient client = house.CreateClient();
        string data = await client.GetStringAsync($"/v1/packs/{pack}/examples/ordinary");
        HttpResponseMessage answer = await client.Ask(HttpMethod.Post, $"/v1/packs/{pack}/documents", $$"""{"data":{{data}}}""");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static Task<HttpResponseMessage> Send(WritHouse house, string call, byte[] document) =>
        house.CreateClient().PostAsync("/v1/documents/" + call, new ByteArrayContent(document) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } });

    private static void AssertCode(JsonElement problem, string code) => Assert.Equal(code, problem.GetProperty("errors")[0].GetProperty("code").GetString());

    private sealed class Stopped(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment.ToUniversalTime();
    }
}
