using System.Text;
using Writ.Pdf;
using Writ.Sealing;

namespace Writ.Tests.Sealing;

/// <summary>Whatever is done to a sealed document is noticed.</summary>
public sealed class TamperTests
{
    [Fact]
    public async Task No_flipped_byte_leaves_it_intact_and_covered()
    {
        var document = await SealedSamples.Sealed(Small(), SealedSamples.Issue(), SealLevel.B);
        Assert.Equal(Integrity.IntactAndCovers, SealedSamples.Examine(document).Integrity);
        for (var i = 0; i < document.Length; i += 3)
        {
            var copy = document.ToArray();
            copy[i] ^= 0x01;
            var report = SealedSamples.Examine(copy);
            // In /Contents: hexadecimal digits of the certificates that only help, and their letters' case.
            if (report.Integrity == Integrity.IntactAndCovers)
                Assert.True(InHelperCertificate(document, i), $"byte {i}: {(char)document[i]} → {(char)copy[i]}");
        }
    }

    [Theory]
    [InlineData("  \n ")]
    [InlineData("%%EOF\n")]
    [InlineData("junk")]
    public async Task Nothing_may_follow(string tail)
    {
        var document = await SealedSamples.Sealed(Small(), SealedSamples.Issue(), SealLevel.B);
        Assert.NotEqual(Integrity.IntactAndCovers, SealedSamples.Examine([.. document, .. Encoding.ASCII.GetBytes(tail)]).Integrity);
    }

    [Theory]
    [InlineData("catalog")]
    [InlineData("page")]
    [InlineData("title")]
    [InlineData("field-flags")]
    [InlineData("locked-field")]
    [InlineData("strip")]
    [InlineData("share")]
    [InlineData("attachment")]
    public async Task A_revision_that_does_more_than_it_may_is_disallowed(string crime)
    {
        var issued = await SealedSamples.Sealed(SealedSamples.Document(2), SealedSamples.Issue(), SealLevel.B);
        issued = await SealedSamples.Sealed(issued, SealedSamples.Attest("A01_sig"), SealLevel.B);
        var file = PdfFile.Open(issued);
        var update = new IncrementalUpdate(file);
        var catalog = file.Latest.Catalog;
        var root = (PdfReference)file.Latest.Trailer["Root"]!;
        switch (crime)
        {
            case "catalog":
                update.Write(root, catalog.With("OpenAction", PdfDictionary.Of(("S", new PdfName("JavaScript")), ("JS", PdfString.Text("1")))));
                break;
            case "page":
                var page = file.Latest.Numbers().Select(n => new PdfReference(n)).First(r => file.Latest.Get(r) is PdfDictionary d && d.Name("Type") == "Page");
                update.Write(page, ((PdfDictionary)file.Latest.Get(page)).With("Rotate", 90));
                break;
            case "title":
                var metadata = (PdfReference)catalog["Metadata"]!;
                update.WriteStream(metadata, PdfDictionary.Of(("Type", new PdfName("Metadata")), ("Subtype", new PdfName("XML"))), "<x/>"u8);
                break;
            case "field-flags":
                var (ink, dictionary) = SealedSamples.Field(file, "A02_ink");
                update.Write(ink, dictionary.With("Ff", 2));
                break;
            case "locked-field":
                SealedSamples.FillInk(file, "A01_ink", "改过")(update);
                break;
            case "strip":
                var (sealField, filled) = SealedSamples.Field(file, "A01_sig");
                update.Write(sealField, filled.Without("V"));
                break;
            case "share":
                var (other, empty) = SealedSamples.Field(file, "A02_sig");
                update.Write(other, empty.With("V", SealedSamples.Field(file, "A01_sig").Dictionary["V"]!));
                break;
            case "attachment":
                update.Write(root, catalog.With("Names", PdfDictionary.Empty));
                break;
        }
        var report = SealedSamples.Examine(update.Finish());
        Assert.Equal((Integrity.DisallowedModification, Indication.TotalFailed), (report.Integrity is Integrity.Broken ? Integrity.DisallowedModification : report.Integrity, report.Indication));
        Assert.Contains("不通过", report.VerdictZh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_closing_only_proofs_and_timestamps_may_follow()
    {
        var issued = await SealedSamples.Sealed(SealedSamples.Document(2), SealedSamples.Issue(), SealLevel.B);
        var closed = await SealedSamples.Sealed(issued, SealedSamples.Attest("A01_sig", SealAct.Close), SealLevel.B);
        var file = PdfFile.Open(closed);
        var update = new IncrementalUpdate(file);
        SealedSamples.FillInk(file, "A02_ink", "后来")(update);
        Assert.Equal(Integrity.DisallowedModification, SealedSamples.Examine(update.Finish()).Integrity);

        var extended = await SealedSamples.Desk().ExtendAsync(closed, SealLevel.LTA, default);
        Assert.Equal(Integrity.IntactWithAllowedLaterChanges, SealedSamples.Examine(extended.Value!.Bytes.ToArray()).Integrity);
    }

    [Fact]
    public async Task Trust_is_an_answer_of_its_own()
    {
        var document = await SealedSamples.Sealed(SealedSamples.Document(), SealedSamples.Issue());
        var stranger = Writ.Outside.DevelopmentCertificates.Generate(TestPki.Recipe, TestPki.Now).Trust;
        foreach (var trust in new[] { TrustAnchors.None, stranger })
        {
            var report = SealedSamples.Examine(document, trust);
            Assert.Equal((Integrity.IntactAndCovers, Indication.Indeterminate, SubIndication.NoCertificateChainFound), (report.Integrity, report.Indication, report.SubIndication));
        }

        // After the certificate's end a seal without proven time is in doubt, one with a timestamp is not.
        var late = TestPki.Now.AddYears(4);
        Assert.Equal((Indication.TotalPassed, SubIndication.None), Result(SealedSamples.Examine(document, at: late)));
        var bare = await SealedSamples.Sealed(SealedSamples.Document(), SealedSamples.Issue(), SealLevel.B);
        Assert.Equal((Indication.Indeterminate, SubIndication.OutOfBoundsNoPoe), Result(SealedSamples.Examine(bare, at: late)));
        Assert.Equal((Indication.Indeterminate, SubIndication.TryLater), Result(Verifier.Examine(document, TestPki.Certificates.Trust, TestPki.Now, ExaminationPolicy.LongTerm)));
        var complete = await SealedSamples.Sealed(SealedSamples.Document(), SealedSamples.Issue(), SealLevel.LT);
        Assert.Equal((Indication.TotalPassed, SubIndication.None), Result(Verifier.Examine(complete, TestPki.Certificates.Trust, TestPki.Now, ExaminationPolicy.LongTerm)));

        static (Indication, SubIndication) Result(Report report) => (report.Indication, report.SubIndication);
    }

    [Fact]
    public void What_is_no_pdf_and_what_bears_no_seal_are_told_apart()
    {
        Assert.Equal(Integrity.Unparsable, SealedSamples.Examine([]).Integrity);
        Assert.Equal(Integrity.Unparsable, SealedSamples.Examine("%PDF-1.7\n"u8.ToArray()).Integrity);
        var report = SealedSamples.Examine(SealedSamples.Document());
        Assert.Equal((Integrity.NoSignature, "A01_sig"), (report.Integrity, Assert.Single(report.EmptyFields)));
    }

    private static bool InHelperCertificate(byte[] document, int position)
    {
        var issuer = Encoding.ASCII.GetBytes(Convert.ToHexString(TestPki.Certificates.Public("issuing").RawData));
        var at = document.AsSpan().IndexOf(issuer);
        return at >= 0 && position >= at && position < at + issuer.Length;
    }

    /// <summary>The least document that can be sealed, so that every byte of it can be tried.</summary>
    private static byte[] Small()
    {
        var writer = new PdfWriter();
        var catalog = writer.Reserve();
        var pages = writer.Reserve();
        var page = writer.Write(PdfDictionary.Of(("Type", new PdfName("Page")), ("Parent", pages), ("MediaBox", PdfArray.Of(0, 0, 200, 200))));
        writer.Write(pages, PdfDictionary.Of(("Type", new PdfName("Pages")), ("Kids", PdfArray.Of(page)), ("Count", 1)));
        writer.Write(catalog, PdfDictionary.Of(("Type", new PdfName("Catalog")), ("Pages", pages)));
        return writer.Finish(catalog);
    }
}
