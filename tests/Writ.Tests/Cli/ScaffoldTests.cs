using System.Text.Json;
using Writ.Cli;
using Writ.Documents;
using Writ.Outside;
using Writ.Tests.Documents.Packs;

namespace Writ.Tests.Cli;

/// <summary>What <c>writ new</c> writes passes <c>writ check</c> as it stands, and renders.</summary>
public sealed class ScaffoldTests
{
    [Theory]
    [InlineData("external")]
    [InlineData("record")]
    [InlineData("internal")]
    public void A_new_pack_passes_the_check_at_once(string kind)
    {
        Dictionary<string, ReadOnlyMemory<byte>> files = Templates.Files();
        foreach ((string path, ReadOnlyMemory<byte> content) in Scaffold.Of(kind, new Dictionary<string, string>
        {
            ["id"] = "xin-wenshu", ["name"] = "新文书", ["nameEn"] = "New writ", ["kind"] = kind, ["stage"] = "调查取证", ["number"] = "X-99", ["serial"] = "新", ["today"] = "2026-11-20",
        }))
            files.Add($"xin-wenshu/{path}", content);
        PackLibrary library = PackLibrary.Load(files);
        Pack pack = library.Find("新文书")!;
        Assert.Empty(pack.Examine(library.Profiles, Templates.Now));
        Assert.Contains(pack.Examples, example => example.IsRejected);

        Renderer renderer = new(library, FontFiles.Open(Path.Combine(Golden.Root, "src", "WritService", "fonts.json")));
        foreach (PackExample example in pack.Examples.Where(example => !example.IsRejected))
        {
            RenderResult result = renderer.Render(pack.Check(JsonElement.Parse(example.Json.Span), library.Profiles["default"], Templates.Now).Checked!, Templates.Now);
            Assert.True(result.Writ is not null, string.Join('\n', result.Problems));
        }
    }
}
