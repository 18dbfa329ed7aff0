using System.Net;
using System.Text;
using System.Text.Json;

namespace WritService.Tests.Render;

/// <summary>Documents for the party and the public: masked, told apart, never sealed; and the catalogue by stages.</summary>
public sealed class AudienceTests(WritHouse house) : IClassFixture<WritHouse>
{
    private const string Original = "0123456789abcdefghjkmnpqrs";
    private readonly HttpClient client = house.CreateClient();

    [Fact]
    public async Task A_public_document_notes_its_original_and_is_not_sealed()
    {
        HttpResponseMessage answer = await Ask("xunwen-bilu", $"audience=public&original={Original}&originalDigest={new string('a', 64)}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        byte[] document = await answer.Content.ReadAsByteArrayAsync();
        string metadata = Encoding.UTF8.GetString(document);
        Assert.Contains("<writ:audience>public</writ:audience>", metadata, StringComparison.Ordinal);
        Assert.Contains($"<writ:derivedFrom>{Original}</writ:derivedFrom>", metadata, StringComparison.Ordinal);

        HttpResponseMessage seal = await client.PostAsync("/v1/documents/seal?key=bureau", new ByteArrayContent(document) { Headers = { ContentType = new("application/pdf") } });
        Assert.False(seal.IsSuccessStatusCode);
        Assert.Contains("不予签章", await seal.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("audience=everybody")]
    [InlineData("audience=public&seal=bureau")]
    [InlineData("audience=public&original=../x")]
    [InlineData("audience=party&originalDigest=AA")]
    [InlineData("original=0123456789abcdefghjkmnpqrs")]
    public async Task What_cannot_be_meant_is_refused(string query) => Assert.Equal(HttpStatusCode.BadRequest, (await Ask("xunwen-bilu", query)).StatusCode);

    [Fact]
    public async Task An_internal_paper_is_refused_with_its_legal_basis()
    {
        HttpResponseMessage answer = await Ask("lian-shenpibiao", "audience=party");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        JsonElement error = (await answer.Json()).GetProperty("errors")[0];
        Assert.Equal("audience-refused", error.GetProperty("code").GetString());
        Assert.Contains("政府信息公开条例", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_catalogue_is_grouped_by_stage_and_tells_who_signs_and_which_article_demands_it()
    {
        JsonElement[] stages = [.. (await (await client.GetAsync("/v1/packs")).Json()).GetProperty("stages").EnumerateArray()];
        Assert.Equal(["来源立案", "调查取证", "强制措施", "审核决定", "送达执行", "归档管理"], stages.Select(stage => stage.GetProperty("stage").GetString()).Take(6));
        JsonElement record = stages[1].GetProperty("packs").EnumerateArray().Single(pack => pack.GetProperty("id").GetString() == "xunwen-bilu");
        Assert.Contains("询问调查笔录", record.GetProperty("formerNames").ToString(), StringComparison.Ordinal);
        Assert.Equal("party", record.GetProperty("signers")[0].GetProperty("role").GetString());
        Assert.Contains(record.GetProperty("localRules").EnumerateArray(), basis => basis.GetProperty("article").GetString() == "第十二条第（一）项");
    }

    private async Task<HttpResponseMessage> Ask(string pack, string query) =>
        await client.PostAsync($"/v1/packs/{pack}/documents?{query}", new StringContent($$"""{"data":{{await client.GetStringAsync($"/v1/packs/{pack}/examples/ordinary")}}}""", Encoding.UTF8, "application/json"));
}
