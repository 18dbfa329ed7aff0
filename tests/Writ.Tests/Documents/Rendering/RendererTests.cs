using System.Text;
using System.Text.Json;
using Writ.Documents;
using Writ.Outside;
using Writ.Tests.Documents.Packs;
using Writ.Typesetting;

namespace Writ.Tests.Documents.Rendering;

public sealed class RendererTests
{
    private const string Pack = "cuigao-shu";
    private static readonly Lazy<FontLibrary> Fonts = new(() => FontFiles.Open(Path.Combine(Golden.Root, "src", "WritService", "fonts.json")));

    [Fact]
    public void The_same_data_at_the_same_clock_is_the_same_file()
    {
        ReadOnlyMemory<byte> first = Render(Templates.Library).Writ!.Pdf, second = Render(Templates.Library).Writ!.Pdf;
        Assert.True(first.Span.SequenceEqual(second.Span));
        Assert.False(first.Span.SequenceEqual(Render(Templates.Library, later: TimeSpan.FromSeconds(1)).Writ!.Pdf.Span));
    }

    [Fact]
    public void What_breaks_the_archive_format_is_named_with_its_template_line()
    {
        Dictionary<string, ReadOnlyMemory<byte>> files = Templates.Files();
        const string slot = "<slot class=\"phrase\" name=\"statement\"";
        string script = Encoding.UTF8.GetString(files["xunwen-bilu/writ.sbn"].Span);
        int line = script[..script.IndexOf(slot, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        files["xunwen-bilu/writ.sbn"] = Encoding.UTF8.GetBytes(script.Replace(slot, "<slot style=\"width: 0pt; height: 0pt\" name=\"statement\"", StringComparison.Ordinal));
        RenderResult result = Render(PackLibrary.Load(files), pack: "xunwen-bilu");
        Assert.Null(result.Writ);
        Problem problem = Assert.Single(result.Problems);
        Assert.Equal("archive-format-violated", problem.Code);
        Assert.Contains($"writ.sbn({line},", problem.Text.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_character_no_font_has_is_named_with_its_code_point_and_its_field()
    {
        RenderResult result = Render(Templates.Library, data => data.Replace("云岭市鑫源食品有限公司", "云岭市\U0001FAE8食品有限公司", StringComparison.Ordinal));
        Assert.Null(result.Writ);
        Assert.Contains(result.Problems, problem => problem.Path == "$.party.name" && problem.Text.Zh.Contains("U+1FAE8", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(RenderStop.Layout)]
    [InlineData(RenderStop.Pdf)]
    public void A_document_nobody_waits_for_is_not_finished(RenderStop stop)
    {
        Pack pack = Templates.Library.Find(Pack)!;
        CheckedData data = pack.Check(JsonElement.Parse(pack.Examples.Single(example => example.Name == "ordinary").Json.Span), Templates.Library.Profiles["default"], Templates.Now).Checked!;
        Assert.ThrowsAny<OperationCanceledException>(() => new Renderer(Templates.Library, Fonts.Value).Render(data, Templates.Now, stop, new CancellationToken(canceled: true)));
    }

    private static RenderResult Render(PackLibrary packs, Func<string, string>? change = null, TimeSpan later = default, string pack = Pack)
    {
        Pack found = packs.Find(pack)!;
        string json = Encoding.UTF8.GetString(found.Examples.Single(example => example.Name == "ordinary").Json.Span);
        CheckResult check = found.Check(JsonElement.Parse(change?.Invoke(json) ?? json), packs.Profiles["default"], Templates.Now);
        Assert.True(check.Passed, string.Join('\n', check.Problems));
        return new Renderer(packs, Fonts.Value).Render(check.Checked!, Templates.Now + later);
    }
}
