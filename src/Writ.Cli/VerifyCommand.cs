using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using Writ.Outside;
using Writ.Sealing;

namespace Writ.Cli;

/// <summary><c>writ verify FILE</c>: needs no template, no font and no key, only the roots to believe in.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        Argument<string> document = Inputs.Document();
        Option<string?> trust = new("--trust") { Description = "受信任的根证书（PEM），默认为开发根证书 · trusted roots, the development root by default" };
        Command command = new("verify", "核验；退出码 0 通过、1 不通过、2 不能确定、3 无法读取 · verifies; exits 0 passed, 1 failed, 2 indeterminate, 3 unreadable") { document, trust };
        command.SetAction(parsed => Verify(parsed.GetRequiredValue(document), parsed.GetValue(trust)));
        return command;
    }

    private static int Verify(string path, string? trust)
    {
        byte[] bytes = Inputs.Read(path);
        Report report = Verifier.Examine(bytes, TrustAnchors.FromPem(File.ReadAllText(trust ?? Path.Combine(HouseFolders.FromEnvironment().Certificates, "trust.pem"))), TimeProvider.System.GetUtcNow());
        Verdict verdict = Verdicts.Of(report);
        Console.WriteLine($"{verdict.Word()}: {report.VerdictZh}");
        Console.WriteLine($"{new string(' ', verdict.Word().Length)}  {report.VerdictEn}");
        foreach (SealReport seal in report.Seals)
        {
            Console.WriteLine($"seal {seal.Field} ({seal.Kind}), revision {seal.Revision} of {report.Revisions}: {seal.Integrity}, {seal.Indication}{(seal.SubIndication == SubIndication.None ? "" : " " + seal.SubIndication)}{(seal.Level is { } level ? $", B-{level}" : "")}");
            Console.WriteLine($"  signer     {seal.Certificate?.GetNameInfo(X509NameType.SimpleName, forIssuer: false) ?? seal.Signer}");
            Console.WriteLine($"  claimed    {seal.ClaimedTime:O}");
            if (seal.Timestamp is { } stamp)
                Console.WriteLine($"  timestamp  {stamp.Time:O} {stamp.Authority}{(stamp.Intact ? "" : " NOT INTACT")}{(stamp.Trusted ? "" : " not trusted")}");
            if (seal.Trust is { } chain)
                Console.WriteLine($"  chain      {string.Join(" < ", chain.Path)}{(chain.Trusted ? "" : " not trusted: " + chain.Detail)}");
            Print(seal.Findings);
        }
        Print(report.Findings);
        if (report.EmptyFields.Count > 0)
            Console.WriteLine($"empty signature fields: {string.Join(", ", report.EmptyFields)}");
        return verdict switch
        {
            Verdict.Passed => ExitCode.Passed,
            Verdict.Failed => ExitCode.Failed,
            Verdict.Indeterminate => ExitCode.Indeterminate,
            _ => ExitCode.Unusable,
        };
    }

    private static void Print(IReadOnlyList<Finding> findings)
    {
        foreach (Finding finding in findings)
            Console.WriteLine($"  {finding.Severity.ToString().ToLowerInvariant()} {finding.Code} (revision {finding.Revision}): {finding.Zh} / {finding.En}");
    }
}
