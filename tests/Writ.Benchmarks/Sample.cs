using System.Text.Json;
using System.Text.Json.Nodes;
using Writ.Documents;
using Writ.Outside;

namespace Writ.Benchmarks;

/// <summary>The house as it is installed, and transcripts (询问笔录) of any length.</summary>
internal sealed class Sample
{
    /// <summary>A pack whose ordinary example fills one page.</summary>
    public const string OnePage = "xianqi-tigong-cailiao-tongzhishu";

    private const string Answer =
        "我们每天早上六点开始生产，由车间主任领料，仓库管理员登记。去年四月十六日进了一百二十袋糕点专用粉，当时看过合格证和检验报告，"
        + "后来因为订单少，用得慢，到今年二月还剩四十二袋。三月二日车间主任说粉袋上的日期已经过了，我说先放在一边，没有马上处理。"
        + "三月五日订单急，车间又领了六袋，做了三百二十盒桃酥，当天就送到三家超市，送货单上有收货人的签字。";

    public Chancery House { get; } = Chancery.Open(HouseFolders.Find(static name => name == "Root" ? Root() : null), TimeProvider.System);

    /// <summary>A checked transcript of that many questions and answers.</summary>
    public CheckedData Transcript(int turns)
    {
        Pack pack = House.Packs.Find("xunwen-bilu")!;
        JsonNode data = JsonNode.Parse(pack.Examples.First(example => example.Name == "ordinary").Json.Span)!;
        data["turns"] = new JsonArray([.. Enumerable.Range(1, turns).Select(n => new JsonObject { ["question"] = $"第{n}个问题：请说明原料的进货、保管和使用情况。", ["answer"] = string.Concat(Enumerable.Repeat(Answer, 3)) })]);
        CheckResult check = pack.Check(data.Deserialize<JsonElement>(), House.Packs.Profiles["default"], House.Now);
        return check.Checked ?? throw new InvalidOperationException(string.Join('\n', check.Problems));
    }

    public CheckedData Example(string pack)
    {
        Pack found = House.Packs.Find(pack)!;
        PackExample example = found.Examples.First(example => example.Name == "ordinary" && !example.IsRejected);
        return found.Check(JsonElement.Parse(example.Json.Span), House.Packs.Profiles[example.Profile], House.Now).Checked!;
    }

    public RenderedWrit Render(CheckedData data) =>
        House.Render(data, House.Now) is { Writ: { } writ } ? writ : throw new InvalidOperationException("The sample does not render.");

    /// <summary>The folder of foreign files beside the repository; null where it is absent.</summary>
    public static string? Corpus => new[] { Environment.GetEnvironmentVariable("WRIT_SHARED"), Path.Combine(Root(), "..", "shared") }
        .OfType<string>().Select(shared => Path.Combine(shared, "corpus", "verify")).FirstOrDefault(Directory.Exists);

    private static string Root()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "WritService.sln")))
                return at.FullName;
        throw new InvalidOperationException("WritService.sln is nowhere above " + AppContext.BaseDirectory);
    }
}
