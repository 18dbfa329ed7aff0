using System.CommandLine;
using System.Diagnostics;
using Writ.Documents;
using Writ.Outside;

namespace Writ.Cli;

/// <summary><c>writ preview [PACK]</c>: shows a pack's example in the browser and renders it again whenever a template changes.</summary>
internal static class PreviewCommand
{
    private const int DefaultPort = 8090, LargestPort = 65535;

    public static Command Create()
    {
        Argument<string?> pack = new("pack") { Description = "文书编号、中文名或文件夹 · id, Chinese name or folder", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> example = new("--example") { Description = "示例名称 · name of the example" };
        Option<string?> profile = new("--profile") { Description = "规则档案，缺省为示例自己的 · profile, the example's own by default" };
        Option<int> port = new("--port") { Description = "端口，0 为任意空闲端口 · port, 0 for any free one", DefaultValueFactory = _ => DefaultPort };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > LargestPort) result.AddError("--port: 0–65535");
        });
        Option<bool> once = new("--once") { Description = "只看一次，列出问题后结束 · looks once, lists the problems and ends" };
        Option<bool> quiet = new("--no-browser") { Description = "不打开浏览器 · opens no browser" };
        Command command = new("preview", "预览模板，边改边看 · previews templates while they are edited") { pack, example, profile, port, once, quiet };
        command.SetAction(async (parsed, cancel) =>
        {
            PreviewRequest request = new(parsed.GetValue(pack)?.TrimEnd('/').Split('/')[^1], parsed.GetValue(example), parsed.GetValue(profile));
            HouseFolders folders = HouseFolders.FromEnvironment();
            PreviewDesk desk = new(folders.Templates, FontFiles.Open(folders.Fonts));
            return parsed.GetValue(once) ? Once(desk.Look(request)) : await Serve(desk, folders.Templates, request, parsed.GetValue(port), !parsed.GetValue(quiet), cancel);
        });
        return command;
    }

    private static int Once(PreviewResult result)
    {
        foreach (PackProblem problem in result.Problems)
            Console.WriteLine(problem);
        Console.WriteLine($"{result.Shown.Pack} {result.Shown.Example}: {(result.Pdf.IsEmpty ? "没有生成 · not rendered" : $"{result.Pdf.Length} bytes")}, {result.Problems.Count} 个问题 · problems");
        return result.Problems.Count == 0 && !result.Pdf.IsEmpty ? ExitCode.Passed : ExitCode.Failed;
    }

    private static async Task<int> Serve(PreviewDesk desk, string templates, PreviewRequest request, int port, bool open, CancellationToken cancel)
    {
        PreviewServer server;
        try
        {
            server = new PreviewServer(desk, port);
        }
        catch (System.Net.HttpListenerException taken)
        {
            throw new IOException($"端口 {port} 不能使用 · the port {port} cannot be used: {taken.Message}", taken);
        }
        using (server)
        using (TemplateWatch watch = new(templates, server.Announce))
        {
            string address = server.Address + (request.Pack is { } pack ? $"?pack={Uri.EscapeDataString(pack)}" : "") + (request.Example is { } example && request.Pack is not null ? $"&example={Uri.EscapeDataString(example)}" : "");
            Console.WriteLine($"{address}  （Ctrl+C 结束 · ends it）");
            if (open)
                Open(address);
            await server.RunAsync(cancel);
        }
        return ExitCode.Passed;
    }

    private static void Open(string address)
    {
        try
        {
            Process.Start(new ProcessStartInfo(address) { UseShellExecute = true })?.Dispose();
        }
        // No browser here; the address stands above.
        catch (System.ComponentModel.Win32Exception)
        {
        }
    }
}
