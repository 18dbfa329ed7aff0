using System.Diagnostics;
using Writ.Sealing;
using Xunit.Abstractions;

namespace Writ.Tests.Sealing;

/// <summary>Foreign files with founded verdicts: never an exception, never a forgery called intact.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    // The signer's own field gets a direct /AP in place of an indirect one that nothing of the document shows; pyHanko refuses because the
    // trailer mentions the old one under a private key. No reader shows anything else than what was signed.
    private static readonly string[] Harmless = ["pyh-test_disallow_appearance_stream_override_if_clobbers_form-update-ap-indirect-sne-87d2ac.pdf"];

    [CorpusFact]
    public void No_attacked_file_is_called_intact_and_none_throws()
    {
        var folder = CorpusFactAttribute.Folder!;
        var (agreed, total) = (0, 0);
        var fooled = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(folder, "manifest.tsv")).Skip(1))
        {
            var columns = line.Split('\t');
            var watch = Stopwatch.StartNew();
            var report = Verifier.Examine(File.ReadAllBytes(Path.Combine(folder, columns[0])), TrustAnchors.None, TestPki.Now);
            var verdict = Word(report.Integrity);
            var accepted = columns[3].Split('|');
            total++;
            if (accepted.Contains(verdict))
                agreed++;
            else
                output.WriteLine($"{columns[0]}\t{columns[1]}\texpected {columns[3]}\tsaid {verdict}\t{watch.ElapsedMilliseconds} ms\t{report.Findings.Concat(report.Seals.SelectMany(s => s.Findings)).FirstOrDefault(f => f.Severity == FindingSeverity.Error)?.En}");
            if (report.Integrity <= Integrity.IntactWithAllowedLaterChanges && !accepted.Any(a => a.StartsWith("intact", StringComparison.Ordinal)) && !Harmless.Contains(columns[0]))
                fooled.Add(columns[0]);
        }
        output.WriteLine($"{agreed} of {total} verdicts agree; {fooled.Count} forgeries called intact: {string.Join(", ", fooled)}");
        Assert.Empty(fooled);
    }

    private static string Word(Integrity integrity) => integrity switch
    {
        Integrity.IntactAndCovers => "intact-and-covers",
        Integrity.IntactWithAllowedLaterChanges => "intact-with-allowed-later-changes",
        Integrity.DisallowedModification => "disallowed-modification",
        Integrity.Broken => "broken",
        Integrity.NoSignature => "no-signature",
        _ => "unparsable",
    };
}

/// <summary>A fact about the corpus beside the repository; where it is absent it is skipped, and says so.</summary>
public sealed class CorpusFactAttribute : FactAttribute
{
    public CorpusFactAttribute()
    {
        if (Folder is null)
            Skip = "the corpus of foreign files is not beside the repository (../shared, or WRIT_SHARED)";
    }

    internal static string? Folder => new[] { Environment.GetEnvironmentVariable("WRIT_SHARED"), Path.Combine(Golden.Root, "..", "shared") }
        .OfType<string>().Select(s => Path.Combine(s, "corpus", "verify")).FirstOrDefault(Directory.Exists);
}
