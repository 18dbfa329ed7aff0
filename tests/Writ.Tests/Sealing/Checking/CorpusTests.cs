using Writ.Sealing;
using Xunit.Abstractions;

namespace Writ.Tests.Sealing.Checking;

/// <summary>Foreign files with founded verdicts. Every verdict is one of the acceptable ones, save those named in tests/corpus/README.md.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    private static readonly TimeSpan MostWork = TimeSpan.FromSeconds(20);

    [CorpusFact]
    public void Every_verdict_agrees_with_the_manifest()
    {
        var disagreements = File.ReadAllText(Path.Combine(Golden.Root, "tests", "corpus", "README.md"));
        var folder = CorpusFactAttribute.Folder!;
        var (agreed, asExpected, total) = (0, 0, 0);
        var wrong = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(folder, "manifest.tsv")).Skip(1))
        {
            var columns = line.Split('\t');
            total++;
            var start = ThreadTime.Now;
            var verdict = ReportJson.Word(Verifier.Examine(File.ReadAllBytes(Path.Combine(folder, columns[0])), TrustAnchors.None, TestPki.Now).Integrity);
            var work = ThreadTime.Now - start;
            Assert.True(work < MostWork, $"{columns[0]} takes {work} of work");
            if (verdict == columns[2])
                asExpected++;
            else if (!disagreements.Contains(columns[0], StringComparison.Ordinal))
                wrong.Add($"{columns[0]} ({columns[1]}): {columns[2]} preferred, {verdict} said, and the reason is not written down");
            if (columns[3].Split('|').Contains(verdict))
                agreed++;
            else if (!disagreements[..disagreements.IndexOf("## Where", StringComparison.Ordinal)].Contains(columns[0], StringComparison.Ordinal))
                wrong.Add($"{columns[0]} ({columns[1]}): {columns[3]} wanted, {verdict} said");
        }
        output.WriteLine($"{agreed} of {total} verdicts acceptable, {asExpected} as expected");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
