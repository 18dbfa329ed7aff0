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

    public static TheoryData<string> Fitted => [.. Templates.Library.Packs.Where(pack => pack.ModelPages is not null).Select(pack => pack.Id)];

    [Theory]
    [MemberData(nameof(Fitted))]
    public void An_ordinary_writ_takes_the_pages_of_its_model(string id)
    {
        Pack pack = Templates.Library.Find(id)!;
        int pages = Lay(House.Value, pack, Text(pack)).Pages.Length;
        Assert.True(pages <= pack.ModelPages, $"{pack.Number} {id}: {pages} pages, {pack.ModelPages} in the model");
    }

    [Theory]
    [MemberData(nameof(Fitted))]
    public void Each_look_is_tighter_than_the_one_before_and_the_first_that_holds_a_text_serves(string id)
    {
        Pack pack = Templates.Library.Find(id)!;
        foreach (PackExample example in pack.Examples.Where(example => !example.IsRejected))
        {
            CheckedData data = pack.Check(JsonElement.Parse(example.Json.Span), Templates.Library.Profiles[example.Profile], Templates.Now).Checked!;
            Manuscript manuscript = Manuscript.Read(pack.Write(data, Templates.Now, CancellationToken.None).Text);
            List<StyleSheet> sheets = [StyleSheet.Combine(pack.StyleSheets.Select(StyleSheet.Parse))];
            sheets.AddRange(pack.TighterSheets.Select(text => sheets[^1].And(StyleSheet.Parse(text))));
            Layout[] looks = [.. sheets.Select(sheet => Typesetter.Lay(manuscript, sheet, Fonts.Value, data.Images, LayoutLimits.Default).Layout!)];
            int[] pages = [.. looks.Select(look => look.Pages.Length)];
            Assert.Equal(pages.OrderDescending(), pages);
            Layout expected = pages[0] > 2 * pack.ModelPages ? looks[0] : looks.FirstOrDefault(look => look.Pages.Length <= pack.ModelPages) ?? looks[0];
            Assert.Equal(expected.Dump(), House.Value.Render(data, Templates.Now, RenderStop.Layout).Writ!.Layout!.Dump());
        }
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
