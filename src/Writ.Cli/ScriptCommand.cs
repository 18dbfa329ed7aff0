using System.CommandLine;
using System.Text.Json;
using Writ.Scripting;

namespace Writ.Cli;

/// <summary>
/// <c>writ script --template F --model F [--includes DIR] [--strict]</c> renders a template;
/// <c>writ script --jsonl</c> reads cases of the conformance suite's form and answers each with one JSON line.
/// </summary>
internal static class ScriptCommand
{
    public static Command Create()
    {
        Option<FileInfo?> template = new("--template") { Description = "模板文件 · the template to render" };
        Option<FileInfo?> model = new("--model") { Description = "JSON 数据文件 · the data it reads; an empty object when left out" };
        Option<DirectoryInfo?> includes = new("--includes") { Description = "片段文件夹 · where included templates lie" };
        Option<bool> strict = new("--strict") { Description = "严格模式（文书模板所用）· the dialect packs run in" };
        Option<bool> lines = new("--jsonl") { Description = "从标准输入读用例，每行一个 · reads cases on standard input, one a line" };
        Command command = new("script", "运行模板脚本 · renders a script template") { template, model, includes, strict, lines };
        command.SetAction(parsed =>
            parsed.GetValue(lines) ? ScriptCases.Run(Console.In, Console.Out)
            : parsed.GetValue(template) is { } file ? Render(file, parsed.GetValue(model), parsed.GetValue(includes), parsed.GetValue(strict))
            : Refuse("--template or --jsonl is needed"));
        return command;
    }

    private static int Render(FileInfo template, FileInfo? model, DirectoryInfo? includes, bool strict)
    {
        try
        {
            string text = File.ReadAllText(template.FullName);
            ScriptObject data = model is null ? new ScriptObject() : Model(File.ReadAllText(model.FullName), model.Name);
            Script script = Script.Parse(text, template.Name, strict ? ScriptOptions.Strict : ScriptOptions.Compatible);
            ScriptContext context = includes is null
                ? new ScriptContext() { Now = TimeProvider.System.GetLocalNow(), Seed = ScriptCases.Seed() }
                : new ScriptContext(name => Included(includes, name)) { Now = TimeProvider.System.GetLocalNow(), Seed = ScriptCases.Seed() };
            Console.Out.Write(script.Render(data, context).Text);
            return ExitCode.Passed;
        }
        catch (ScriptException error)
        {
            foreach (ScriptMessage message in error.Messages)
                Console.Error.WriteLine(message);
            return ExitCode.Failed;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException or FormatException)
        {
            return Refuse(unreadable.Message);
        }
    }

    private static ScriptObject Model(string json, string name)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return ScriptValue.FromJson(document.RootElement) as ScriptObject ?? throw new FormatException($"{name}: the data must be a JSON object");
    }

    // Only files under the folder: a template names partials, not paths of the machine.
    private static string? Included(DirectoryInfo folder, string name)
    {
        string root = Path.GetFullPath(folder.FullName + Path.DirectorySeparatorChar);
        string file = Path.GetFullPath(Path.Combine(root, name));
        return file.StartsWith(root, StringComparison.Ordinal) && File.Exists(file) ? File.ReadAllText(file) : null;
    }

    private static int Refuse(string message)
    {
        Console.Error.WriteLine("writ: " + message);
        return ExitCode.Unusable;
    }
}
