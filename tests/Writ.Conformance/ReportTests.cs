using Writ.Documents;
using Writ.Sealing;

namespace Writ.Conformance;

/// <summary>The report for the dossier, as other programs read it: sound, archival, and with the verdict in both languages.</summary>
public sealed class ReportTests
{
    private const string Record = "xunwen-bilu/ordinary/default";

    [JudgedTheory("qpdf"), InlineData(Record)]
    public void Qpdf_finds_nothing_to_complain_of(string name)
    {
        Ruling ruling = Judge.Qpdf.Ask("--check", Paper(name));
        Assert.True(ruling.ExitCode == 0 && ruling.Errors.Length == 0, ruling.ToString());
    }

    [JudgedTheory("pdftotext"), InlineData(Record)]
    public void Its_text_says_the_verdict_in_both_languages(string name)
    {
        Ruling ruling = Judge.PdfToText.Ask("-raw", "-enc", "UTF-8", Paper(name), "-");
        PageText text = new(ruling.Output);
        Assert.True(text.Has("核验通过") && text.Has("passed"), ruling.Output);
    }

    [JudgedTheory("verapdf"), InlineData(Record)]
    public void VeraPdf_finds_it_archival_and_accessible(string name)
    {
        foreach (string flavour in new[] { "3a", "ua1" })
        {
            Ruling ruling = Judge.VeraPdf.Ask("--format", "text", "--flavour", flavour, Paper(name));
            Assert.True(ruling.ExitCode == 0 && ruling.Output.StartsWith("PASS", StringComparison.Ordinal), ruling.ToString());
        }
    }

    private static string Paper(string name)
    {
        byte[] document = Examples.Of(name).Bytes;
        Report report = Examples.Chancery.Examine(document);
        WritReview? review = Examples.Chancery.Review(document, report).Review;
        string file = Path.Combine(Directory.CreateTempSubdirectory("writ-report-").FullName, "report.pdf");
        File.WriteAllBytes(file, Examples.Chancery.Paper("sealed.pdf", document, review?.Judge(report) ?? report, review));
        return file;
    }
}
