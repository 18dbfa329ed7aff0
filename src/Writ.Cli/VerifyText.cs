using System.Globalization;
using Writ.Documents;
using Writ.Sealing;

namespace Writ.Cli;

/// <summary>A report for people at a terminal: the verdict first, then each seal, then everything that was noticed.</summary>
internal static class VerifyText
{
    public static void Write(TextWriter output, string file, Report report, WritReview? review)
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
        if (review is not null)
            Write(output, review);
    }

    private static void Write(TextWriter output, WritReview review)
    {
        output.WriteLine($"  文书 writ: {review.PackName} ({review.PackId} {review.PackVersion}) · {review.DocumentId} · 重新生成 reproduced: {review.ReproductionWord}");
        foreach (ReviewedSlot slot in review.Slots)
            output.WriteLine($"  签署栏 slot {slot.Name} {slot.Label}: {slot.Text.Zh} {slot.Word}{(slot.Person is { } person ? $" · {person}" : "")}{(slot.At is { } at ? $" · 自称 claimed {Text(at)}" : "")}");
        foreach (Finding finding in review.Findings)
            Write(output, finding);
    }

    private static void Write(TextWriter output, Finding finding) =>
        output.WriteLine($"    {(finding.Severity switch { FindingSeverity.Error => "✗", FindingSeverity.Warning => "!", _ => "·" })} {finding.Code}{(finding.Revision > 0 ? $" r{finding.Revision}" : "")}: {finding.Zh} / {finding.En}");

    private static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
