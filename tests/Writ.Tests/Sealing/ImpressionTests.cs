using Writ.Pdf;
using Writ.Sealing;
using Writ.Tests.Pdf;

namespace Writ.Tests.Sealing;

public sealed class ImpressionTests
{
    [Fact]
    public async Task A_drawn_impression_stands_in_the_seal_field()
    {
        var document = await Impressed();
        var report = SealedSamples.Examine(document);
        Assert.Equal((Integrity.IntactAndCovers, Indication.TotalPassed), (report.Integrity, report.Indication));
        var file = PdfFile.Open(document);
        var appearance = (PdfDictionary)SealedSamples.Field(file, "A01_sig").Dictionary["AP"]!;
        var form = (PdfStream)file.Latest.Resolve(appearance["N"]);
        Assert.Equal("Form", form.Dictionary.Name("Subtype"));
        Assert.Equal(PdfArray.Numbers(0, 0, 100, 30), form.Dictionary["BBox"]);
    }

    [Fact]
    public async Task A_picture_is_fitted_and_one_act_marks_every_page()
    {
        var document = SealedSamples.Document(3);
        var file = PdfFile.Open(document);
        var sealedDocument = await SealedSamples.Sealed(document, SealedSamples.Issue(field: "A01_sig") with
        {
            Appearance = (writer, box) => SealImpression.Picture(writer, box, Pictures.Png(6, 2, 2)),
            Changes = update =>
            {
                var box = new PdfBox(0, 0, 120, 120);
                var slices = SealImpression.Slices(update, SealImpression.Picture(update, box, Pictures.Png(6, 2, 2)), box, 3);
                for (var page = 1; page <= 3; page++)
                {
                    var (reference, field) = SealedSamples.Field(file, $"A{page:00}_ink");
                    update.Write(reference, field.With("V", PdfString.Text($"骑缝章 {page}/3")).With("AP", PdfDictionary.Of(("N", slices[page - 1]))));
                }
            },
        }, SealLevel.B);
        Assert.Equal(Integrity.IntactAndCovers, SealedSamples.Examine(sealedDocument).Integrity);
        Assert.Equal(2, PdfFile.Open(sealedDocument).Revisions.Count);
    }

    [JudgeFact("qpdf", "pdftoppm")]
    public async Task Judges_draw_it_without_complaint()
    {
        using var judge = new Judge();
        judge.Put("d.pdf", await Impressed());
        var (code, output) = judge.Run("qpdf", "--check", "d.pdf");
        Assert.True(code == 0, output);
        (code, output) = judge.Run("pdftoppm", "-r", "100", "-png", "-f", "1", "-l", "1", "d.pdf", "page");
        Assert.True(code == 0 && output.Trim().Length == 0, output);
        if (Environment.GetEnvironmentVariable("WRIT_LOOK") is { } folder)
            foreach (var page in Directory.EnumerateFiles(judge.PathOf(""), "*.png"))
                File.Copy(page, Path.Combine(folder, Path.GetFileName(page)), overwrite: true);
    }

    private static async Task<byte[]> Impressed()
    {
        var document = SealedSamples.Document();
        return await SealedSamples.Sealed(document, SealedSamples.Issue(field: "A01_sig") with
        {
            Appearance = (writer, box) =>
            {
                var font = new CompositeFont(writer, TinyFont.Program());
                var name = Enumerable.Range(0, 12).Select(i => i % 2 == 0 ? new ImpressionGlyph(1, "询") : new ImpressionGlyph(2, "𠮷")).ToList();
                var form = SealImpression.Drawn(writer, box, font, name, [new(1, "询"), new(2, "𠮷")]);
                font.Write();
                return form;
            },
        }, SealLevel.B);
    }
}
