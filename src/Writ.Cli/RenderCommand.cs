using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Writ.Documents;
using Writ.Outside;
using Writ.Pdf;
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
        Option<Audience> audience = new("--audience") { Description = "供谁使用：internal 原文书，party 当事人版，public 公开版 · for whom: the writ, or masked for the party or the public", DefaultValueFactory = _ => Audience.Internal };
        Option<string?> original = new("--original") { Description = "原文件：经遮盖的文书注明其标识和摘要 · the original file, whose id and digest a masked document notes" };
        Command command = new("render", "生成文书 · renders a writ") { pack, data, output, profile, seal, stop, at, audience, original };
        command.SetAction((parsed, cancel) =>
        {
            string? key = parsed.GetResult(seal) is null ? null : parsed.GetValue(seal) ?? "bureau";
            return Render(parsed.GetRequiredValue(pack), parsed.GetRequiredValue(data), parsed.GetRequiredValue(output), parsed.GetRequiredValue(profile),
                key, parsed.GetValue(stop), parsed.GetValue(at), Derived(parsed.GetValue(audience), parsed.GetValue(original), key), cancel);
        });
        return command;
    }

    private static async Task<int> Render(string packName, string data, string output, string profileId, string? sealWith, RenderStop stop, string? at, Derivation derivation, CancellationToken cancel)
    {
        Chancery house = Inputs.Chancery();
        if (Inputs.Find(house.Packs, packName) is not { } pack || Inputs.FindProfile(house.Packs, profileId) is not { } profile)
            return ExitCode.Unusable;
        DateTimeOffset now = at is null ? house.Now : Inputs.Moment(at);
        CheckResult check = pack.Check(Inputs.ReadJson(data), profile, now);
        Problems.Print(check.Problems);
        if (check.Checked is not { } passed)
            return ExitCode.Failed;
        CheckResult disclosed = Disclosing.Prepare(passed, derivation);
        Problems.Print(disclosed.Problems);
        if (disclosed.Checked is not { } shown)
            return ExitCode.Failed;
        RenderResult result = house.Render(shown, now, stop);
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

    private static Derivation Derived(Audience audience, string? original, string? seal)
    {
        if (audience != Audience.Internal && seal is not null)
            throw new InvalidDataException("经遮盖的文书不能签章 · a masked document cannot be sealed");
        if (original is null)
            return new Derivation(audience);
        if (audience == Audience.Internal)
            throw new InvalidDataException("只有经遮盖的文书才注明原文件 · only a masked document names its original");
        byte[] file = Inputs.Read(original);
        WritFacts facts = WritFacts.Read(PdfFile.OpenStrictly(file)) ?? throw new InvalidDataException($"不是本系统的文书 · not a document of this service: {original}");
        return new Derivation(audience, facts.DocumentId, Convert.ToHexStringLower(SHA256.HashData(file)));
    }
}
