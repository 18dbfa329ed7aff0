using System.Text;
using System.Text.Json;
using Writ.Documents;
using Writ.Outside;
using Writ.Tests.Documents.Packs;
using Writ.Typesetting;

namespace Writ.Tests.Documents.Rendering;

/// <summary>A writ with ordinary data takes the pages of its model; what does not fit keeps the ordinary look.</summary>
public sealed class LookTests
{
    private static readonly Lazy<FontLibrary> Fonts = new(() => FontFiles.Open(Path.Combine(Golden.Root, "src", "WritService", "fonts.json")));
    private static readonly Lazy<Renderer> House = new(() => new Renderer(Templates.Library, Fonts.Value));

    // Ordinary data of these run over in every look: number of the form, and what it is that takes the room.
    private static readonly Dictionary<string, string> Longer = new()
    {
        ["29"] = "当事人、到场、封样、备样各栏和签名栏横排一页排不下",
        ["43"] = "拟处理内容与告知内容逐项对照，三级意见各留签名处",
        ["X-14"] = "当事人九行、账户表和救济告知",
        ["X-27"] = "两份在先文书、期限、财物表和救济告知",
    };

    public static TheoryData<string> Fitted => [.. Templates.Library.Packs.Where(pack => pack.ModelPages is not null).Select(pack => pack.Id)];

    [Theory]
    [MemberData(nameof(Fitted))]
    public void An_ordinary_writ_takes_the_pages_of_its_model(string id)
    {
        Pack pack = Templates.Library.Find(id)!;
        int pages = Lay(House.Value, pack, Text(pack)).Pages.Length;
        Assert.True(pages <= pack.ModelPages == !Longer.ContainsKey(pack.Number), $"{pack.Number} {id}: {pages} pages, {pack.ModelPages} in the model");
    }

    [Fact]
    public void A_text_that_no_look_holds_keeps_the_ordinary_one()
    {
        Pack pack = Templates.Library.Find("zeling-gaizheng-tongzhishu")!;
        string text = Text(pack).Replace("\"facts\": \"", "\"facts\": \"" + string.Concat(Enumerable.Repeat("检查时发现货架上的商品没有标明价格。", 24)), StringComparison.Ordinal);
        PackLibrary plain = WithoutFit(pack.Id);
        Assert.True(Lay(House.Value, pack, text).Pages.Length > pack.ModelPages);
        Assert.Equal(Lay(new Renderer(plain, Fonts.Value), plain.Find(pack.Id)!, text).Dump(), Lay(House.Value, pack, text).Dump());
    }

    [Fact]
    public void A_short_text_keeps_the_ordinary_look()
    {
        Pack pack = Templates.Library.Find("anjian-jiaoban-tongzhishu")!;
        PackLibrary plain = WithoutFit(pack.Id);
        Assert.Equal(Lay(new Renderer(plain, Fonts.Value), plain.Find(pack.Id)!, Text(pack)).Dump(), Lay(House.Value, pack, Text(pack)).Dump());
    }

    private static PackLibrary WithoutFit(string id)
    {
        Dictionary<string, ReadOnlyMemory<byte>> files = Templates.Files();
        string path = id + "/pack.json";
        string manifest = Encoding.UTF8.GetString(files[path].Span);
        int from = manifest.IndexOf("\"fit\"", StringComparison.Ordinal);
        files[path] = Encoding.UTF8.GetBytes(manifest.Remove(from, manifest.IndexOf("},", from, StringComparison.Ordinal) + 2 - from));
        return PackLibrary.Load(files);
    }

    private static string Text(Pack pack) => Encoding.UTF8.GetString(Templates.Example(pack.Id, "ordinary").Json.Span);

    private static Layout Lay(Renderer renderer, Pack pack, string data)
    {
        CheckResult check = pack.Check(JsonElement.Parse(data), Templates.Library.Profiles["default"], Templates.Now);
        Assert.True(check.Passed, string.Join('\n', check.Problems));
        return renderer.Render(check.Checked!, Templates.Now, RenderStop.Layout).Writ!.Layout!;
    }
}
