using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Writ.Documents;

namespace Writ.Tests.Documents.Packs;

/// <summary>The QR code of a writ: printed where the bureau has an address for it, and without personal data.</summary>
public sealed class CodeTests
{
    private const string Pack = "xingzheng-chufa-juedingshu";

    [Fact]
    public void A_bureau_with_an_address_prints_its_code_and_one_that_asks_for_it_seals_the_edges()
    {
        var files = Templates.Files();
        files["profiles/default.json"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files["profiles/default.json"].Span).Replace("\"edgeSeal\": false", "\"edgeSeal\": true, \"codeAddress\": \"https://verify.example/w\"", StringComparison.Ordinal));
        var writ = Write(PackLibrary.Load(files));
        var code = Assert.Single(writ.Descendants("qr"));
        Assert.Matches("^https://verify\\.example/w\\?document=[0-9a-z]{26}&data=sha-256:[0-9a-f]{64}$", (string?)code.Attribute("value"));
        Assert.Equal("bureau", (string?)writ.Attribute("edge-seal"));
    }

    [Fact]
    public void A_bureau_that_asks_for_neither_has_neither()
    {
        var writ = Write(Templates.Library);
        Assert.Empty(writ.Descendants("qr"));
        Assert.Null(writ.Attribute("edge-seal"));
    }

    [Theory]
    [InlineData("http://verify.example/w")]
    [InlineData("https://verify.example/w?name=x")]
    public void An_address_is_a_plain_secure_one(string address)
    {
        var files = Templates.Files();
        files["profiles/tonghua.json"] = Encoding.UTF8.GetBytes($$$"""{"extends":"default","name":"甲","options":{"codeAddress":"{{{address}}}"}}""");
        Assert.Contains(Assert.Throws<PackException>(() => PackLibrary.Load(files)).Problems, problem => problem.Code == "data-pattern-mismatch");
    }

    private static XElement Write(PackLibrary library)
    {
        var pack = library.Find(Pack)!;
        var example = pack.Examples.Single(example => example is { Name: "ordinary", IsRejected: false });
        var data = pack.Check(JsonElement.Parse(example.Json.Span), library.Profiles["default"], Templates.Now).Checked!;
        return XElement.Parse(pack.Write(data, Templates.Now).Text);
    }
}
