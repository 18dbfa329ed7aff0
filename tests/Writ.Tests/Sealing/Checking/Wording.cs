using System.Text.RegularExpressions;
using Writ.Sealing;

namespace Writ.Tests.Sealing.Checking;

/// <summary>What is told to people is told in Chinese and in English: no English sentence stands in a Chinese one. Names are those the document gives.</summary>
internal static partial class Wording
{
    public static void IsOfBothLanguages(Report report)
    {
        foreach (var finding in report.Findings.Concat(report.Seals.SelectMany(seal => seal.Findings)))
            Holds(finding.Zh, finding.En);
        foreach (var reason in report.Seals.Select(seal => seal.Reason).Prepend(report.Reason).Where(reason => reason != Reason.None))
            Holds(reason.Zh, reason.En);
        Holds(report.VerdictZh, report.VerdictEn);
    }

    private static void Holds(string zh, string en)
    {
        Assert.Matches(Chinese(), zh);
        Assert.DoesNotMatch(EnglishWords(), zh);
        Assert.NotEqual("", en);
    }

    [GeneratedRegex(@"\b[a-z]{2,} [a-z]{2,}\b")]
    private static partial Regex EnglishWords();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
