using System.CommandLine;
using System.Globalization;
using Writ.Documents;
using Writ.Outside;

namespace Writ.Cli;

/// <summary><c>writ new ID --name 名称</c>: a folder for a new kind of writ that passes <c>writ check</c> from the first minute.</summary>
internal static class NewCommand
{
    private static readonly string[] Kinds = ["external", "record", "internal", "dossier"];

    public static Command Create()
    {
        Argument<string> id = new("pack") { Description = "文件夹名，拼音 · folder name, pinyin" };
        Option<string> name = new("--name") { Description = "文书名称 · Chinese name", Required = true };
        Option<string?> nameEn = new("--name-en") { Description = "英文名称 · English name" };
        Option<string> kind = new("--kind") { Description = "种类 · kind", DefaultValueFactory = _ => "external" };
        kind.AcceptOnlyFromAmong(Kinds);
        Option<string?> stage = new("--stage") { Description = "阶段 · stage" };
        stage.AcceptOnlyFromAmong([.. Stage.All]);
        Option<string?> number = new("--number") { Description = "编号，缺省为下一个X号 · number, the next X by default" };
        Option<string> serial = new("--serial") { Description = "文种代字 · code in the document number", DefaultValueFactory = _ => "文" };
        Command command = new("new", "新建文书模板包 · starts a new pack") { id, name, nameEn, kind, stage, number, serial };
        command.SetAction(parsed => Make(parsed.GetRequiredValue(id), parsed.GetRequiredValue(kind), new Dictionary<string, string>
        {
            ["id"] = parsed.GetRequiredValue(id),
            ["name"] = parsed.GetRequiredValue(name),
            ["nameEn"] = parsed.GetValue(nameEn) ?? parsed.GetRequiredValue(id).Replace('-', ' '),
            ["kind"] = parsed.GetRequiredValue(kind),
            ["stage"] = parsed.GetValue(stage) ?? "调查取证",
            ["number"] = parsed.GetValue(number) ?? "",
            ["serial"] = parsed.GetRequiredValue(serial),
            ["today"] = TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        }));
        return command;
    }

    private static int Make(string id, string kind, Dictionary<string, string> words)
    {
        if (words.Values.FirstOrDefault(word => word.AsSpan().IndexOfAny("\"\\{}<>'\n\r") >= 0) is { } strange)
            throw new InvalidDataException($"名称不能含引号、括号等记号 · names take no quotation marks, brackets or line ends: {strange}");
        string templates = HouseFolders.FromEnvironment().Templates;
        PackLibrary library = PackLibrary.Load(TemplateFiles.Read(templates));
        if (Directory.Exists(Path.Combine(templates, id)))
            throw new InvalidDataException($"文件夹已经存在 · the folder exists: {id}");
        if (words["number"].Length == 0)
            words["number"] = Next(library);

        // Read with all the others before a file is written: what is refused leaves nothing behind.
        Dictionary<string, ReadOnlyMemory<byte>> files = TemplateFiles.Read(templates), made = Scaffold.Of(kind == "dossier" ? "internal" : kind, words);
        foreach ((string path, ReadOnlyMemory<byte> content) in made)
            files.Add($"{id}/{path}", content);
        PackLibrary.Load(files);
        foreach ((string path, ReadOnlyMemory<byte> content) in made)
        {
            string target = Path.Combine(templates, id, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, content.Span);
        }
        Console.WriteLine($"{Path.Combine(templates, id)}\n./writ check {id}\n./writ preview {id}");
        return ExitCode.Passed;
    }

    private static string Next(PackLibrary library)
    {
        int greatest = library.Packs.Select(pack => pack.Number.Split('-')).Where(parts => parts is ["X", ..]).Max(parts => int.Parse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture));
        return $"X-{greatest + 1}";
    }
}
