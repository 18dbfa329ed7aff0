using System.CommandLine;
using System.Text;
using Writ.Documents;
using Writ.Outside;
using Writ.Sealing;

namespace Writ.Cli;

/// <summary><c>writ render PACK --data F --out F</c>: the road from case data to a document, or to where it is told to stop.</summary>
internal static class RenderCommand
{
    public static Command Create()
    {
        Argument<string> pack = Inputs.Pack();
        Option<string> data = new("--data") { Description = "案情数据（JSON）· case data", Required = true };
        Option<string> output = Inputs.Out();
        Option<string> profile = Inputs.Profile();
        Option<string?> seal = new("--seal") { Description = "签章，可给密钥名称（默认 bureau）· seal it, with the key of that name (bureau)", Arity = ArgumentArity.ZeroOrOne };
        Option<RenderStop> stop = new("--stop-at") { Description = "停在文稿、版面或 PDF · stop at manuscript, layout or pdf", DefaultValueFactory = _ => RenderStop.Pdf };
        Option<string?> at = new("--at") { Description = "生成时刻，如 2026-11-22T10:00:00+08:00 · the moment of rendering" };
        Command command = new("render", "生成文书 · renders a writ") { pack, data, output, profile, seal, stop, at };
        command.SetAction((parsed, cancel) =>
        {
            string? key = parsed.GetResult(seal) is null ? null : parsed.GetValue(seal) ?? "bureau";
            return Render(parsed.GetRequiredValue(pack), parsed.GetRequiredValue(data), parsed.GetRequiredValue(output), parsed.GetRequiredValue(profile),
                key, parsed.GetValue(stop), parsed.GetValue(at), cancel);
        });
        return command;
    }

    private static async Task<int> Render(string packName, string data, string output, string profileId, string? sealWith, RenderStop stop, string? at, CancellationToken cancel)
    {
        Chancery house = Inputs.Chancery();
        if (Inputs.Find(house.Packs, packName) is not { } pack || Inputs.FindProfile(house.Packs, profileId) is not { } profile)
            return ExitCode.Unusable;
        DateTimeOffset now = at is null ? house.Now : Inputs.Moment(at);
        CheckResult check = pack.Check(Inputs.ReadJson(data), profile, now);
        Problems.Print(check.Problems);
        if (check.Checked is not { } passed)
            return ExitCode.Failed;
        RenderResult result = house.Render(passed, now, stop);
        Problems.Print(result.Problems);
        if (result.Writ is not { } writ)
            return ExitCode.Failed;
        if (stop != RenderStop.Pdf)
        {
            Inputs.Write(output, Encoding.UTF8.GetBytes(stop == RenderStop.Manuscript ? writ.Manuscript : writ.Layout!.Dump()));
            return ExitCode.Passed;
        }
        if (sealWith is null)
        {
            Inputs.Write(output, writ.Pdf.Span);
            return ExitCode.Passed;
        }
        return SealCommand.Write(output, await SealCommand.SealAsync(house, writ.Pdf, sealWith, FieldNames.Issuer, SealLevel.T, now, cancel));
    }
}
