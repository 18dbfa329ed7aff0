namespace Writ.Conformance;

/// <summary>The file as such: structure, fonts, text, drawing.</summary>
public sealed class FileTests
{
    [JudgedTheory("qpdf"), MemberData(nameof(Examples.Names), MemberType = typeof(Examples))]
    public void Qpdf_finds_nothing_to_complain_of(string name)
    {
        Ruling ruling = Judge.Qpdf.Ask("--check", Examples.Of(name).File);
        Assert.True(ruling.ExitCode == 0 && ruling.Errors.Length == 0 && ruling.Output.Contains("No syntax or stream encoding errors found", StringComparison.Ordinal), ruling.ToString());
    }

    [JudgedTheory("pdffonts"), MemberData(nameof(Examples.Names), MemberType = typeof(Examples))]
    public void Every_font_is_embedded_subset_and_has_its_characters(string name)
    {
        Ruling ruling = Judge.PdfFonts.Ask(Examples.Of(name).File);
        Assert.True(ruling.ExitCode == 0 && ruling.Errors.Length == 0, ruling.ToString());
        string[] fonts = ruling.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        Assert.NotEmpty(fonts);
        foreach (string font in fonts)
        {
            string[] columns = font.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Assert.Matches("^[A-Z]{6}\\+", columns[0]);
            Assert.True(columns[^5..^2] is ["yes", "yes", "yes"], ruling.Output); // emb sub uni
        }
    }

    // -N: Debian builds mutool without colour management, and it says so on every page that has an output intent.
    [JudgedTheory("mutool"), MemberData(nameof(Examples.Names), MemberType = typeof(Examples))]
    public void Mutool_draws_every_page_without_a_warning(string name)
    {
        SealedExample example = Examples.Of(name);
        Ruling ruling = Judge.MuTool.Ask("draw", "-N", "-q", "-r", "40", "-F", "pgm", "-o", "/dev/null", example.File);
        Assert.True(ruling.ExitCode == 0 && ruling.Errors.Length == 0, ruling.ToString());
    }

    [JudgedTheory("pdftotext"), MemberData(nameof(Examples.Names), MemberType = typeof(Examples))]
    public void Every_text_of_the_case_data_can_be_read_again(string name)
    {
        SealedExample example = Examples.Of(name);
        // -raw keeps the order in which we wrote, which is the reading order; without it poppler guesses columns where tables are.
        Ruling ruling = Judge.PdfToText.Ask("-raw", "-enc", "UTF-8", example.File, "-");
        Assert.True(ruling.ExitCode == 0 && ruling.Errors.Length == 0, ruling.ToString());
        PageText text = new(ruling.Output);
        Assert.Empty(PrintedTexts.Of(example.Pack, example.Data).Where(forms => !forms.Any(text.Has)).Select(forms => forms[0]));
    }

    [JudgedTheory("verapdf"), MemberData(nameof(Examples.Batches), MemberType = typeof(Examples))]
    public void VeraPdf_finds_them_archival_and_accessible(int batch)
    {
        string[] files = [.. Examples.InBatch(batch).Select(name => Examples.Of(name).File)];
        foreach (string flavour in new[] { "3a", "ua1" })
        {
            Ruling ruling = Judge.VeraPdf.Ask(["--format", "text", "--flavour", flavour, .. files]);
            Assert.Equal(files.Select(file => $"PASS {file} {flavour}"), ruling.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
    }
}
