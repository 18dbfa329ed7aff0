using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Writ.Documents;
using Writ.Outside;

namespace Writ.Cli;

/// <summary>
/// <c>writ bench [PACK…]</c>: how long each example takes on this machine, step by step, in medians of warm rounds. The ratio compares with
/// the quickest example of the same run; figures of different machines do not compare.
/// </summary>
internal static class BenchCommand
{
    private const int Warmup = 3;

    public static Command Create()
    {
        Argument<string[]> packs = new("pack") { Description = "文书编号或文件夹，缺省为全部 · ids or folders; all by default", Arity = ArgumentArity.ZeroOrMore };
        Option<int> rounds = new("--rounds") { Description = "每个示例的轮数 · rounds for each example", DefaultValueFactory = _ => 15 };
        rounds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 10_000) result.AddError("--rounds: 1–10000");
        });
        Command command = new("bench", "生成用时 · how long rendering takes") { packs, rounds };
        command.SetAction(parsed => Run(parsed.GetValue(packs) ?? [], parsed.GetValue(rounds)));
        return command;
    }

    private static int Run(string[] names, int rounds)
    {
        PackLibrary library = Library.Load();
        Renderer renderer = new(library, FontFiles.Open(HouseFolders.FromEnvironment().Fonts));
        List<Pack> packs = [];
        foreach (string name in names)
        {
            if (Inputs.Find(library, name.TrimEnd('/').Split('/')[^1]) is not { } pack)
                return ExitCode.Unusable;
            packs.Add(pack);
        }
        List<Figures> all = [.. (names.Length == 0 ? library.Packs : packs).SelectMany(pack => pack.Examples.Where(example => !example.IsRejected).Select(example => Measure(library, renderer, pack, example, rounds)))];
        double quickest = all.Min(figures => figures.Total);
        Console.WriteLine($"{"pages",5}{"bytes",9}{"check",8}{"script",8}{"layout",8}{"pdf",8}{"total",9}{"ms/page",9}{"ratio",7}");
        foreach (Figures f in all)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{f.Pages,5}{f.Bytes,9}{f.Check,8:0.00}{f.Script,8:0.00}{f.Layout,8:0.00}{f.Pdf,8:0.00}{f.Total,9:0.00}{f.Total / f.Pages,9:0.00}{f.Total / quickest,7:0.0}  {f.Name}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all.Count} examples, median {Median([.. all.Select(f => f.Total)]):0.00} ms, {Median([.. all.Select(f => f.Total / f.Pages)]):0.00} ms/page, {rounds} rounds each"));
        return ExitCode.Passed;
    }

    // The road is walked as far as each stop; a step costs what the further stop takes more.
    private static Figures Measure(PackLibrary library, Renderer renderer, Pack pack, PackExample example, int rounds)
    {
        using JsonDocument json = JsonDocument.Parse(example.Json);
        Profile profile = library.Profiles[example.Profile];
        DateTimeOffset now = TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8));
        CheckedData data = pack.Check(json.RootElement, profile, now).Checked ?? throw new InvalidDataException($"{pack.Id}/examples/{example.Name}.json");
        RenderedWrit writ = renderer.Render(data, now).Writ ?? throw new InvalidDataException($"{pack.Id}/examples/{example.Name}.json");
        double check = Time(() => pack.Check(json.RootElement, profile, now), rounds);
        double script = Time(() => renderer.Render(data, now, RenderStop.Manuscript), rounds);
        double layout = Time(() => renderer.Render(data, now, RenderStop.Layout), rounds);
        double pdf = Time(() => renderer.Render(data, now), rounds);
        return new Figures($"{pack.Id}/{example.Name}{(example.Profile == "default" ? "" : "." + example.Profile)}", writ.Layout!.Pages.Length, writ.Pdf.Length, check, script, Math.Max(0, layout - script), Math.Max(0, pdf - layout), check + pdf);
    }

    private static double Time(Action work, int rounds)
    {
        for (int i = 0; i < Warmup; i++) work();
        double[] times = new double[rounds];
        for (int i = 0; i < rounds; i++)
        {
            long start = Stopwatch.GetTimestamp();
            work();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        return Median(times);
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }

    private sealed record Figures(string Name, int Pages, int Bytes, double Check, double Script, double Layout, double Pdf, double Total);
}
