using System.CommandLine;
using System.Text;
using Writ.Documents;
using Writ.Outside;
using Writ.Typesetting;

namespace Writ.Cli;

/// <summary><c>writ diff [PACK] --against REF|DIR --out DIR</c>: what a change of templates does to every example, as text and as pictures of pages.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        Argument<string?> pack = new("pack") { Description = "文书编号或文件夹，缺省为全部 · id or folder; all by default", Arity = ArgumentArity.ZeroOrOne };
        Option<string> against = new("--against") { Description = "对照的git版本或者模板文件夹 · state of git, or folder of templates", DefaultValueFactory = _ => "HEAD" };
        Option<string> output = new("--out") { Description = "存放对比结果的文件夹 · folder for the comparison", DefaultValueFactory = _ => Path.Combine("out", "diff") };
        Command command = new("diff", "对比模板变更的效果；退出码 0 没有差别、1 有差别 · what a change does to every example; exits 0 for none, 1 for some") { pack, against, output };
        command.SetAction(parsed => Compare(parsed.GetValue(pack)?.TrimEnd('/').Split('/')[^1], parsed.GetRequiredValue(against), parsed.GetRequiredValue(output)));
        return command;
    }

    private static int Compare(string? only, string against, string output)
    {
        HouseFolders folders = HouseFolders.FromEnvironment();
        FontLibrary fonts = FontFiles.Open(folders.Fonts);
        PackLibrary before = PackLibrary.Load(EarlierTemplates.Read(folders.Templates, against)), after = PackLibrary.Load(TemplateFiles.Read(folders.Templates));
        if (only is not null && before.Find(only) is null && Inputs.Find(after, only) is null)
            return ExitCode.Unusable;
        Directory.CreateDirectory(output);
        Renderer was = new(before, fonts), now = new(after, fonts);
        ComparisonPage page = new(against);
        int compared = 0, changed = 0;
        bool pictures = true;
        foreach ((string id, string name, string profile) in Names(before).Union(Names(after)).Where(example => only is null || example.Id == (after.Find(only) ?? before.Find(only))!.Id).Order())
        {
            compared++;
            RenderedExample? old = Rendered(before, was, id, name, profile), current = Rendered(after, now, id, name, profile);
            IReadOnlyList<ComparedLine> lines = TextDifference.Of(old?.Lines ?? [], current?.Lines ?? []);
            if (old is not null && current is not null && old.Pdf.IsEmpty == current.Pdf.IsEmpty && lines.All(line => line.Fate == LineFate.Same) && Same(old, current))
                continue;
            changed++;
            string title = $"{id}/{name}{(profile == "default" ? "" : "." + profile)}";
            Console.WriteLine($"{title}: -{lines.Count(line => line.Fate == LineFate.Removed)} +{lines.Count(line => line.Fate == LineFate.Added)}{(current is { Problems: [var first, ..] } ? " " + first : "")}");
            page.Add(title, old, current, lines);
            pictures = pictures && Pictures(page, output, $"{id}-{name}-{profile}", old, current);
        }
        if (!pictures)
        {
            page.Say("没有安装pdftoppm（poppler-utils），没有页面图片", "pdftoppm (poppler-utils) is not installed: there are no pictures of pages");
            Console.WriteLine("没有安装pdftoppm，没有页面图片 · pdftoppm is not installed: no pictures of pages");
        }
        string index = Path.Combine(output, "index.html");
        Inputs.Write(index, Encoding.UTF8.GetBytes(page.End()));
        Console.WriteLine($"{compared} 个示例，{changed} 个有变化 · examples, changed: {index}");
        return changed == 0 ? ExitCode.Passed : ExitCode.Failed;
    }

    private static IEnumerable<(string Id, string Name, string Profile)> Names(PackLibrary library) =>
        library.Packs.SelectMany(pack => pack.Examples.Where(example => !example.IsRejected).Select(example => (pack.Id, example.Name, example.Profile)));

    private static RenderedExample? Rendered(PackLibrary library, Renderer renderer, string id, string name, string profile) =>
        library.Packs.FirstOrDefault(pack => pack.Id == id) is { } pack && pack.Examples.FirstOrDefault(example => !example.IsRejected && example.Name == name && example.Profile == profile) is { } example
            ? RenderedExample.Of(library, renderer, pack, example, PackExample.Moment) : null;

    // Same text and same layout: what else differs (the pack's hash in the metadata) nobody sees.
    private static bool Same(RenderedExample old, RenderedExample current) => old.Layout == current.Layout && old.Problems.SequenceEqual(current.Problems);

    private static bool Pictures(ComparisonPage page, string output, string name, RenderedExample? old, RenderedExample? current)
    {
        IReadOnlyList<string>? before = old is { Pdf.IsEmpty: false } ? PagePictures.Draw(old.Pdf, output, name + ".before") : [];
        IReadOnlyList<string>? after = before is not null && current is { Pdf.IsEmpty: false } ? PagePictures.Draw(current.Pdf, output, name + ".after") : [];
        if (before is null || after is null)
            return false;
        page.AddPages([.. Enumerable.Range(0, Math.Max(before.Count, after.Count)).Select(at => (before.ElementAtOrDefault(at), after.ElementAtOrDefault(at), Equal(output, before.ElementAtOrDefault(at), after.ElementAtOrDefault(at))))]);
        return true;
    }

    private static bool Equal(string folder, string? before, string? after) =>
        before is not null && after is not null && File.ReadAllBytes(Path.Combine(folder, before)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(folder, after)));
}
