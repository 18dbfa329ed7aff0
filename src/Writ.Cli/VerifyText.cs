using System.Globalization;
using Writ.Sealing;

namespace Writ.Cli;

/// <summary>A report for people at a terminal: the verdict first, then each seal, then everything that was noticed.</summary>
internal static class VerifyText
{
    public static void Write(TextWriter output, string file, Report report)
    {
        output.WriteLine($"{file}: {ReportJson.Word(report.Integrity)} · {ReportJson.Word(report.Indication)}");
        output.WriteLine($"  {report.VerdictZh}");
        output.WriteLine($"  {report.VerdictEn}");
        foreach (SealReport seal in report.Seals)
        {
            string time = seal.ProvenTime is { } proven ? $"不晚于 proven by {Text(proven)}" : seal.ClaimedTime is { } claimed ? $"自称 claimed {Text(claimed)}" : "-";
            output.WriteLine($"  [{seal.Revision}] {seal.Field} {seal.Kind} · {seal.Signer ?? "?"} · {time} · {ReportJson.Word(seal.Integrity)} · {ReportJson.Word(seal.Indication)} {ReportJson.Word(seal.SubIndication)}");
            foreach (Finding finding in seal.Findings)
                Write(output, finding);
        }
        foreach (string field in report.EmptyFields)
            output.WriteLine($"  空签章域 empty seal field: {field}");
        foreach (Finding finding in report.Findings)
            Write(output, finding);
    }

    private static void Write(TextWriter output, Finding finding) =>
        output.WriteLine($"    {(finding.Severity switch { FindingSeverity.Error => "✗", FindingSeverity.Warning => "!", _ => "·" })} {finding.Code}{(finding.Revision > 0 ? $" r{finding.Revision}" : "")}: {finding.Zh} / {finding.En}");

    private static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
