using System.CommandLine;
using System.Globalization;
using Writ.Outside;
using Writ.Sealing;

namespace Writ.Cli;

/// <summary>
/// <c>writ verify FILE...</c> needs no template, no font, no key and no network, only the roots to believe in;
/// <c>writ verify --jsonl DIR</c> answers for every PDF of a folder with one JSON line.
/// </summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        Argument<string[]> documents = new("files") { Description = "PDF 文件，- 为标准输入 · PDF files, - for standard input", Arity = ArgumentArity.ZeroOrMore };
        Option<string[]> trust = new("--trust") { Description = "受信任的根证书（PEM，可多个），默认为开发根证书 · trusted roots, the development root by default" };
        Option<string?> at = new("--at") { Description = "核验时刻，默认现在 · the moment of the examination, now by default" };
        Option<string> format = new("--format") { Description = "输出格式 · form of the answer", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        Option<string?> lines = new("--jsonl") { Description = "核验文件夹内全部 PDF，每个一行 JSON · verifies all PDFs of a folder, one JSON line each" };
        Command command = new("verify", "核验；退出码 0 通过、1 不通过、2 不能确定、3 无法读取 · verifies; exits 0 passed, 1 failed, 2 indeterminate, 3 unreadable") { documents, trust, at, format, lines };
        command.SetAction(parsed =>
        {
            TrustAnchors anchors = Anchors(parsed.GetValue(trust) ?? []);
            DateTimeOffset moment = parsed.GetValue(at) is { } text ? Inputs.Moment(text) : TimeProvider.System.GetUtcNow();
            if (parsed.GetValue(lines) is { } folder)
                return VerifyLines.Run(new DirectoryInfo(folder), anchors, moment, Console.Out);
            string[] paths = parsed.GetValue(documents) ?? [];
            if (paths.Length == 0)
                throw new InvalidDataException("a file, or --jsonl and a folder, is needed");
            int worst = ExitCode.Passed;
            foreach (string path in paths)
                worst = Math.Max(worst, Verify(path, anchors, moment, parsed.GetValue(format) == "json"));
            return worst;
        });
        return command;
    }

    private static int Verify(string path, TrustAnchors anchors, DateTimeOffset moment, bool json)
    {
        Report report = BoundedExamination.Run(Inputs.Read(path), anchors, moment);
        if (json)
            Console.Out.WriteLine(ReportJson.Write(Path.GetFileName(path), report));
        else
            VerifyText.Write(Console.Out, path, report);
        return Verdicts.Of(report) switch
        {
            Verdict.Passed => ExitCode.Passed,
            Verdict.Failed => ExitCode.Failed,
            Verdict.Indeterminate => ExitCode.Indeterminate,
            _ => ExitCode.Unusable,
        };
    }

    // A court's machine has no development root: without one, and without --trust, nobody is trusted and only integrity is told.
    private static TrustAnchors Anchors(string[] files)
    {
        if (files.Length > 0)
            return TrustAnchors.FromPem(string.Join('\n', files.Select(File.ReadAllText)));
        string development = Path.Combine(HouseFolders.FromEnvironment().Certificates, "trust.pem");
        return File.Exists(development) ? TrustAnchors.FromPem(File.ReadAllText(development)) : TrustAnchors.None;
    }
}
