using System.CommandLine;
using System.Globalization;
using Writ.Documents;
using Writ.Outside;
using Writ.Sealing;
using Writ.Typesetting;

namespace Writ.Cli;

/// <summary>
/// <c>writ verify FILE...</c> needs no template, no font, no key and no network, only the roots to believe in; where templates and fonts
/// are installed, a writ is also rendered again from its own data;
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
        format.AcceptOnlyFromAmong("text", "json", "html", "pdf");
        Option<string?> lines = new("--jsonl") { Description = "核验文件夹内全部 PDF，每个一行 JSON · verifies all PDFs of a folder, one JSON line each" };
        Command command = new("verify", "核验；退出码 0 通过、1 不通过、2 不能确定、3 无法读取 · verifies; exits 0 passed, 1 failed, 2 indeterminate, 3 unreadable") { documents, trust, at, format, lines };
        command.SetAction(parsed =>
        {
            TextWriter output = parsed.InvocationConfiguration.Output;
            TrustAnchors anchors = Anchors(parsed.GetValue(trust) ?? []);
            DateTimeOffset moment = parsed.GetValue(at) is { } text ? Inputs.Moment(text) : TimeProvider.System.GetUtcNow();
            if (parsed.GetValue(lines) is { } folder)
                return VerifyLines.Run(new DirectoryInfo(folder), anchors, moment, output);
            string[] paths = parsed.GetValue(documents) ?? [];
            if (paths.Length == 0)
                throw new InvalidDataException("a file, or --jsonl and a folder, is needed");
            if (paths.Length > 1 && parsed.GetValue(format) == "pdf")
                throw new InvalidDataException("a report as PDF is of one file");
            Lazy<InstalledPacks> templates = new(InstalledPacks.Open);
            int worst = ExitCode.Passed;
            foreach (string path in paths)
                worst = Math.Max(worst, Verify(path, anchors, moment, parsed.GetRequiredValue(format), templates, output));
            return worst;
        });
        return command;
    }

    private static int Verify(string path, TrustAnchors anchors, DateTimeOffset moment, string format, Lazy<InstalledPacks> templates, TextWriter output)
    {
        byte[] document = Inputs.Read(path);
        Report report = BoundedExamination.Run(document, anchors, moment);
        // Templates and fonts are opened only for a document that is ours.
        (Report judged, WritReview? review) = BoundedExamination.Review(document, report, null, null);
        if (review is not null && templates.Value is { Packs: { } packs, Renderer: { } renderer } && BoundedExamination.Review(document, report, packs, renderer) is { Review: not null } full)
            (judged, review) = full;
        report = judged;
        switch (format)
        {
            case "json": output.WriteLine(ReviewJson.Write(Path.GetFileName(path), report, review)); break;
            case "html": output.Write(ReportPage.Write(Path.GetFileName(path), document, report, review, moment)); break;
            case "pdf": Inputs.Write("-", ReportPaper.Write(Path.GetFileName(path), document, report, review, moment, Fonts())); break;
            default: VerifyText.Write(output, path, report, review); break;
        }
        return Verdicts.Of(report) switch
        {
            Verdict.Passed => ExitCode.Passed,
            Verdict.Failed => ExitCode.Failed,
            Verdict.Indeterminate => ExitCode.Indeterminate,
            _ => ExitCode.Unusable,
        };
    }

    // The one form of the answer that is set in type.
    private static FontLibrary Fonts()
    {
        string mapping = HouseFolders.FromEnvironment().Fonts;
        return File.Exists(mapping) ? FontFiles.Open(mapping) : throw new InvalidDataException($"PDF 报告需要字体，本机没有 · a report as PDF needs fonts, which are not here: {mapping}");
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
