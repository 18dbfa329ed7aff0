using System.Text.Json;
using System.Text.Json.Nodes;
using Writ.Documents;
using Writ.Tests.Pdf;

namespace Writ.Tests.Documents.Packs;

/// <summary>Pictures in case data: what is let in, and how a script names them.</summary>
public sealed class ImageTests
{
    [Fact]
    public void A_script_sees_where_a_picture_stands_and_never_its_bytes()
    {
        var data = Check(Pictures.Png(6, 5, 4), Pictures.Jpeg(3, 40, 30)).Checked!;
        Assert.Equal(["$.photos[0].content", "$.photos[1].content"], data.Images.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Pictures.Jpeg(3, 40, 30), data.Images["$.photos[1].content"].ToArray());
        var text = data.Pack.Write(data, Templates.Now).Text;
        Assert.Contains("src=\"$.photos[0].content\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Pictures.Png(6, 5, 4)), text, StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[]> Refused => new()
    {
        { "another format", "GIF89a"u8.ToArray() },
        { "cut off", Pictures.Png(6, 5, 5)[..^4] },
        { "CMYK", Pictures.Jpeg(4, 10, 10) },
        { "too many pixels", Pictures.Jpeg(3, 20_000, 19_000) },
        { "too large a file", [.. Pictures.Jpeg(3, 10, 10), .. new byte[8 << 20]] },
        { "nothing", [] },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_archived_is_a_problem_with_its_path(string why, byte[] file)
    {
        var problem = Assert.Single(Check(Pictures.Png(2, 3, 3), file).Problems);
        Assert.True(problem is { Code: "data-image-invalid", Path: "$.photos[1].content" }, $"{why}: {problem}");
    }

    [Theory]
    [InlineData("\"not base64!\"", "data-image-invalid")]
    [InlineData("7", "data-type-mismatch")]
    public void What_is_no_base64_is_a_problem(string content, string code)
    {
        var data = Example();
        data["photos"] = new JsonArray(new JsonObject { ["content"] = JsonNode.Parse(content), ["caption"] = "照片" });
        Assert.Equal(code, Assert.Single(Check(data).Problems).Code);
    }

    private static CheckResult Check(params byte[][] files)
    {
        var data = Example();
        data["photos"] = new JsonArray([.. files.Select(file => new JsonObject { ["content"] = Convert.ToBase64String(file), ["caption"] = "照片" })]);
        return Check(data);
    }

    private static JsonNode Example() => JsonNode.Parse(Templates.Example("zhengju-tiqudan", "ordinary").Json.Span)!;

    private static CheckResult Check(JsonNode data) =>
        Templates.Library.Find("zhengju-tiqudan")!.Check(data.Deserialize<JsonElement>(), Templates.Library.Profiles["default"], Templates.Now);
}
