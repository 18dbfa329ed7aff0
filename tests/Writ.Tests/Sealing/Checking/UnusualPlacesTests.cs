using Writ.Pdf;
using Writ.Sealing;

namespace Writ.Tests.Sealing.Checking;

/// <summary>Seals where few readers look: below and above other fields, several in one revision, in a document whose catalog is compressed. They are found, and fall with what they cover.</summary>
public sealed class UnusualPlacesTests
{
    private static readonly Dictionary<string, (Func<byte[]> Document, string Field)> Sound = new()
    {
        ["field-below-another"] = (() => ForeignSeal.Placed(SmallDocument.Write(), (u, v, signature) =>
        {
            var (group, kid) = (u.Reserve(), u.Reserve());
            u.Write(kid, Crimes.Widget("Sig", "Seal", 0).With("V", signature).With("Parent", group));
            Form(u, v, group, PdfDictionary.Of(("T", PdfString.Text("Group")), ("Kids", PdfArray.Of(kid))));
        }), "Group.Seal"),
        ["field-whose-kind-is-inherited"] = (() => ForeignSeal.Placed(SmallDocument.Write(), (u, v, signature) =>
        {
            var (group, kid) = (u.Reserve(), u.Reserve());
            u.Write(kid, Crimes.Widget("Sig", "Seal", 0).Without("FT").With("V", signature).With("Parent", group));
            Form(u, v, group, PdfDictionary.Of(("FT", new PdfName("Sig")), ("T", PdfString.Text("Group")), ("Kids", PdfArray.Of(kid))));
        }), "Group.Seal"),
        ["field-above-others"] = (() => ForeignSeal.Placed(SmallDocument.Write(), (u, v, signature) =>
        {
            var (group, kid) = (u.Reserve(), u.Reserve());
            u.Write(kid, Crimes.Widget("Sig", "Below", 0).With("Parent", group));
            Form(u, v, group, PdfDictionary.Of(("FT", new PdfName("Sig")), ("T", PdfString.Text("Group")), ("V", signature), ("Kids", PdfArray.Of(kid))));
        }), "Group"),
        ["field-and-widget-apart"] = (() => ForeignSeal.Placed(SmallDocument.Write(), (u, v, signature) =>
        {
            var (field, widget) = (u.Reserve(), u.Reserve());
            u.Write(widget, Crimes.Widget("Sig", "Seal", 0).Without("FT").Without("T").With("Parent", field));
            Form(u, v, field, PdfDictionary.Of(("FT", new PdfName("Sig")), ("T", PdfString.Text("Seal")), ("V", signature), ("Kids", PdfArray.Of(widget))));
        }), "Seal"),
        ["catalog-compressed"] = (() => Compressed(out _, out _), "Issuer"),
    };

    public static TheoryData<string> Names => new(Sound.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_seal_in_an_unusual_place_is_found_and_falls_with_what_it_covers(string name)
    {
        var (document, field) = Sound[name];
        var report = SealedSamples.Examine(document());
        Assert.Equal((field, Integrity.IntactAndCovers, Indication.TotalPassed), (Assert.Single(report.Seals).Field, report.Integrity, report.Indication));
        var broken = SealedSamples.Examine(Crimes.Swap(document(), "(1000)", "(9000)"));
        Assert.Equal((field, Integrity.Broken), (Assert.Single(broken.Seals).Field, broken.Integrity));
        var followed = SealedSamples.Examine(Crimes.Update(document(), (u, v) => u.Write(Crimes.Page(v, 1), ((PdfDictionary)v.Get(Crimes.Page(v, 1))).With("Rotate", 180))));
        Assert.Equal(Integrity.DisallowedModification, followed.Integrity);
    }

    [Fact]
    public void Flipped_byte_in_a_compressed_catalog()
    {
        var document = Compressed(out var start, out var length);
        for (var offset = start; offset < start + length; offset++)
        {
            var flipped = document.ToArray();
            flipped[offset] ^= (byte)(1 << (offset % 8));
            var report = SealedSamples.Examine(flipped);
            Assert.True(report.Integrity is Integrity.Broken or Integrity.Unparsable, $"{offset}: {report.Integrity}");
            Assert.Equal(Indication.TotalFailed, report.Indication);
            Wording.IsOfBothLanguages(report);
        }
    }

    [Fact]
    public void Two_filled_seal_fields_in_the_signed_revision()
    {
        // The second signs nothing that one signature could: its range is that of the first.
        var document = ForeignSeal.Placed(SmallDocument.Write(), (u, v, signature) =>
        {
            var (first, second) = (u.Reserve(), u.Reserve());
            u.Write(second, Crimes.Widget("Sig", "Second", 0).With("V", PdfDictionary.Of(
                ("Type", new PdfName("Sig")), ("Filter", new PdfName("Adobe.PPKLite")), ("SubFilter", new PdfName("ETSI.CAdES.detached")),
                ("ByteRange", PdfArray.Of(0, 840, 960, 240)), ("Contents", new PdfString(new byte[64], hexadecimal: true)))));
            Form(u, v, first, Crimes.Widget("Sig", "First", 0).With("V", signature), second);
        });
        var report = SealedSamples.Examine(document);
        Assert.Equal(Integrity.Broken, report.Integrity);
        Assert.Equal([("First", true), ("Second", false)], report.Seals.Select(seal => (seal.Field, seal.DigestHolds)).Order());
    }

    [Fact]
    public void One_signature_shown_in_two_fields_of_the_signed_revision_is_told()
    {
        var report = SealedSamples.Examine(ForeignSeal.Placed(SmallDocument.Write(), (u, v, signature) =>
        {
            var (first, second) = (u.Reserve(), u.Reserve());
            u.Write(second, Crimes.Widget("Sig", "Second", 0).With("V", signature));
            Form(u, v, first, Crimes.Widget("Sig", "First", 0).With("V", signature), second);
        }));
        Assert.Contains(report.Findings, finding => finding is { Code: "signature-shared", Severity: FindingSeverity.Warning });
    }

    internal static byte[] Compressed(out int start, out int length) =>
        ForeignSeal.Placed(SmallDocument.Compressed(out start, out length), (u, v, signature) =>
        {
            var field = (PdfReference)((PdfArray)v.Resolve(((PdfDictionary)v.Resolve(v.Catalog["AcroForm"]))["Fields"]))[0];
            u.Write(field, ((PdfDictionary)v.Get(field)).With("V", signature));
        });

    private static void Form(IncrementalUpdate update, Revision view, PdfReference field, PdfDictionary dictionary, params PdfReference[] others)
    {
        update.Write(field, dictionary);
        update.Write(Crimes.Root(view), view.Catalog.With("AcroForm", PdfDictionary.Of(("Fields", PdfArray.Of(others.Prepend(field))), ("SigFlags", 3))));
    }
}
