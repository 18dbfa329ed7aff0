using System.Text;
using Writ.Pdf;
using Xunit.Abstractions;

namespace Writ.Tests.Pdf;

public sealed class WritingTests(ITestOutputHelper output)
{
    [Fact]
    public void The_same_calls_give_the_same_bytes() => Assert.Equal(SampleDocument.Write(3), SampleDocument.Write(3));

    [Fact]
    public void A_document_by_the_recipe_breaks_no_rule()
    {
        var document = SampleDocument.Compose(2);
        document.Finish();
        Assert.Empty(document.Conformance.Violations);
    }

    [Fact]
    public void Qpdf_finds_nothing_to_complain_about()
    {
        if (Judge.IsAbsent("/usr/bin/qpdf"))
        {
            output.WriteLine("SKIPPED LOUDLY: qpdf is not installed.");
            return;
        }
        var (code, said) = Judge.Ask("/usr/bin/qpdf", SampleDocument.Write(130), "--check");
        Assert.True(code == 0, said);
    }

    [Fact]
    public void Violations_carry_the_place_the_caller_gave()
    {
        var document = new ArchivalDocument(new DocumentIdentity("", "zh-CN", SampleDocument.Clock, "WritService"));
        var root = document.Structure.Add(null, "Document");
        document.Structure.Add(root, "Figure", location: "writ.sbn(12,7)");
        var font = document.Font(TinyFont.Program());
        font.Use(1, "a");
        var page = document.AddPage(595, 842);
        document.Conformance.At("writ.sbn(3,1)");
        page.Content.BeginText();
        page.Content.Font(font, 12);
        page.Content.Show([0, 1]);
        page.Content.EndText();
        page.Close();
        document.Finish();
        Assert.Equal(
            [
                ("ISO 14289-1, 7.1", null), ("ISO 14289-1, 7.1", "writ.sbn(3,1)"), ("ISO 19005-3, 6.2.11.8", "writ.sbn(3,1)"), ("ISO 14289-1, 7.3", "writ.sbn(12,7)"),
            ],
            document.Conformance.Violations.Select(v => (v.Clause, (string?)v.Location)));
    }

    [Fact]
    public void Fields_that_validators_would_confuse_are_named()
    {
        var document = new ArchivalDocument(SampleDocument.Identity);
        var root = document.Structure.Add(null, "Document");
        var paragraph = document.Structure.Add(root, "P");
        var page = document.AddPage(595, 842);
        foreach (var name in new[] { "A1", "A10" })
            page.AddField(new FormField(FormFieldKind.Text, name, "签名", new PdfBox(10, 10, 50, 30)), document.Structure.Add(paragraph, "Form"));
        page.Close();
        document.Finish();
        Assert.Equal(["ISO 32000-2, 12.7.5.5", "ISO 32000-2, 12.8.2.2"], document.Conformance.Violations.Select(v => v.Clause));
    }

    [Fact]
    public void An_object_that_was_promised_and_never_written_is_our_bug()
    {
        var writer = new PdfWriter();
        writer.Reserve();
        Assert.Throws<InvalidOperationException>(() => writer.Finish(new PdfReference(1)));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.00001, "0")]
    [InlineData(1.5, "1.5")]
    [InlineData(-0.25, "-.25")]
    [InlineData(595.2755, "595.2755")]
    [InlineData(1000000, "1000000")]
    public void Coordinates_are_short(double value, string written)
    {
        var buffer = new PdfBuffer();
        buffer.AppendCoordinate(value);
        Assert.Equal(written, Encoding.ASCII.GetString(buffer.Written));
    }

    [Theory]
    [InlineData(1e-7, "0.0000001")]
    [InlineData(-2.5e20, "-250000000000000000000.0")]
    [InlineData(3, "3.0")]
    public void Reals_have_no_exponent(double value, string written) => Assert.Equal(written, new PdfReal(value).ToString());
}
