using Writ.Pdf;
using Writ.Sealing;

namespace Writ.Tests.Sealing.Checking;

/// <summary>The crimes of <see cref="LaterCrimesTests"/> that need a document prepared for them, and those against the shape of lists, forms and appearances.</summary>
public sealed class LaterShapesTests
{
    private static readonly Dictionary<string, (Func<byte[]> Commit, string Code)> All = new()
    {
        ["annotation-rewritten"] = (() => After(Prepared((u, v) => Crimes.AddAnnotation(u, v, u.Write(Crimes.Annotation("FreeText")))), (u, v) =>
        {
            var (reference, annotation) = Last(v);
            u.Write(reference, annotation.With("Contents", PdfString.Text("罚款 1 元")));
        }), "annotation-changed"),
        ["annotation-listed-twice"] = (() => Annotations((u, _, list) => list.Append(list[0])), "annotation-repeated"),
        ["annotations-in-another-order"] = (() => Annotations((_, _, list) => PdfArray.Of(list.Reverse())), "annotations-reordered"),
        ["annotations-led-to-an-older-object"] = (() => Annotations((_, v, _) => Crimes.Root(v)), "annotations-misled"),
        ["appearance-of-no-stream"] = (() => Field(Crimes.Certified, "A01_ink", (_, _, f) => f.With("V", PdfString.Text("x")).With("AP", PdfDictionary.Of(("N", PdfString.Text("x"))))), "appearance-malformed"),
        ["appearance-of-a-face-that-does-not-exist"] = (() => Field(Crimes.Certified, "A01_ink", (u, _, f) => f.With("V", PdfString.Text("x")).With("AP", PdfDictionary.Of(("N", Drawn(u)), ("X", Drawn(u))))), "appearance-malformed"),
        ["appearance-led-to-a-page"] = (() => Field(Crimes.Certified, "A01_ink", (_, v, f) => f.With("V", PdfString.Text("x")).With("AP", Crimes.Page(v, 1))), "appearance-misled"),
        ["appearance-of-two-fields-replaced-for-one"] = (() => Field(Prepared((u, v) =>
        {
            var shared = u.Write(PdfDictionary.Of(("N", Drawn(u))));
            foreach (var name in (ReadOnlySpan<string>)["A01_ink", "A02_ink"])
            {
                var (reference, field) = Crimes.Field(v, name);
                u.Write(reference, field.With("AP", shared));
            }
        }), "A01_ink", (u, _, f) => f.With("V", PdfString.Text("x")).With("AP", PdfDictionary.Of(("N", Drawn(u))))), "appearance-shared"),
        ["language-changed"] = (() => Catalog(Crimes.Certified, (_, _, c) => c.With("Lang", PdfString.Text("en"))), "catalog-changed"),
        ["viewer-preferences-changed"] = (() => Catalog(Crimes.Certified, (_, _, c) => c.With("ViewerPreferences", PdfDictionary.Of(("HideToolbar", true)))), "catalog-changed"),
        ["document-stops-being-tagged"] = (() => Catalog(Crimes.Certified, (_, _, c) => c.Without("MarkInfo")), "catalog-changed"),
        ["encrypted-afterwards"] = (() => Crimes.Append(Crimes.Certified, LaterCrimesTests.Trailer(Crimes.Certified, $"/Root {Crimes.Root(PdfFile.Open(Crimes.Certified).Latest)}/Encrypt<</Filter/Standard/V 1/R 2/P -1/O()/U()>>")), "encryption-changed document-unreadable seal-broken trailing-bytes"),
        ["encryption-left-out-afterwards"] = (() =>
        {
            var document = File.ReadAllBytes(Path.Combine(Golden.Root, "tests", "corpus", "encrypted", "approved-rc4-40.pdf"));
            return Crimes.Append(document, LaterCrimesTests.Trailer(document, $"/Root {Crimes.Root(PdfFile.Open(document).Latest)}"));
        }, "encryption-changed"),
        ["form-that-cannot-be-read"] = (() => Unreadable(), "form-unreadable"),
        ["extension-withdrawn"] = (() => Catalog(Extended(), (_, _, c) => c.Without("Extensions")), "extensions-changed"),
        ["extension-lowered"] = (() => Catalog(Extended(), (_, _, c) => c.With("Extensions", Extension(1))), "extensions-changed"),
        ["field-exchanged-for-its-copy"] = (() => Fields((u, v, list) => PdfArray.Of(list.Select(f => f.Equals(Crimes.Field(v, "A01_ink").Reference) ? u.Write(Crimes.Field(v, "A01_ink").Dictionary) : f))), "field-exchanged field-removed"),
        ["field-given-kids"] = (() => Field(Crimes.Certified, "A01_ink", (u, _, f) => f.With("Kids", PdfArray.Of(u.Write(Crimes.Widget("Tx", "Kid", 100))))), "field-kids-changed field-added"),
        ["field-of-the-same-name"] = (() => Crimes.Update(Crimes.Certified, (u, v) => Crimes.AddField(u, v, Crimes.Widget("Sig", "Issuer", 0), onPage: false)), "form-malformed"),
        ["form-led-to-a-page"] = (() => Catalog(Crimes.Certified, (_, v, c) => c.With("AcroForm", Crimes.Page(v, 1))), "form-misled"),
        ["fields-led-to-an-older-object"] = (() => Fields((_, v, _) => Crimes.Root(v)), "form-misled form-malformed"),
        ["title-in-the-information-changed"] = (() => Crimes.Append(Informed(), LaterCrimesTests.Trailer(Informed(), "/Root 1 0 R/Info<</Title(9000)>>")), "information-changed"),
        ["information-led-to-the-catalog"] = (() => Crimes.Append(Informed(), LaterCrimesTests.Trailer(Informed(), "/Root 1 0 R/Info 1 0 R")), "information-misled"),
        ["metadata-removed"] = (() => Catalog(Crimes.Certified, (_, _, c) => c.Without("Metadata")), "metadata-removed"),
        ["metadata-led-to-a-page"] = (() => Catalog(Crimes.Certified, (_, v, c) => c.With("Metadata", Crimes.Page(v, 1))), "metadata-misled"),
        ["unused-object-overwritten"] = (() =>
        {
            PdfReference orphan = default!;
            var document = Prepared((u, _) => orphan = u.Write(PdfString.Text("waits")));
            return After(document, (u, _) => u.Write(orphan, PdfString.Text("acts")));
        }, "object-overwritten"),
        ["later-seal-allows-more"] = (() => SealedSamples.Sealed(Prepared((u, v) =>
        {
            var (reference, field) = Crimes.Field(v, "A01_sig");
            u.Write(reference, field.With("Lock", ((PdfDictionary)v.Resolve(field["Lock"])).With("P", 3)));
        }), SealedSamples.Attest("A01_sig"), SealLevel.B).GetAwaiter().GetResult(), "restrictions-widened"),
        ["signed-revision-passed-over"] = (() => PassedOver(Crimes.Certified), "seal-broken"),
        ["signed-revision-passed-over-and-sealed-again"] = (() => SealedSamples.Sealed(PassedOver(Crimes.Certified), SealedSamples.Issue(), SealLevel.B).GetAwaiter().GetResult(), "trailing-bytes"),
        ["note-that-paints-over-the-page"] = (() => Noted(400), "annotation-added"),
        ["seal-field-whose-place-is-no-rectangle"] = (() => Crimes.Update(Crimes.Certified, (u, v) => Crimes.AddField(u, v, Crimes.Widget("Sig", "Extra", 0).With("Rect", PdfArray.Of(0, 0, 300, 300, 0)), onPage: true)), "seal-field-added"),
        ["object-stream-overwritten"] = (() => ObjectStreamOverwritten(), "object-overwritten page-changed page-tree-changed revision-malformed revision-unreadable seal-broken"),
        ["length-of-the-content-changed"] = (() => After(Sealed(SmallDocument.Write(length: "5 0 R", after: "35")), (u, _) => u.Write(new PdfReference(5, 0), new PdfInteger(20))), "object-overwritten page-changed"),
        ["generation-of-a-page-raised"] = (() =>
        {
            var latest = PdfFile.Open(Crimes.Certified).Latest;
            var page = Crimes.Page(latest, 1);
            var written = $"{page.Number} 1 obj\n{((PdfDictionary)latest.Get(page)).With("Rotate", 180)}\nendobj\n";
            return Crimes.Append(Crimes.Certified, $"{written}xref\n{page.Number} 1\n{Crimes.Certified.Length:0000000000} 00001 n \ntrailer\n<</Size {latest.Trailer.Integer("Size")}/Root {Crimes.Root(latest)}/Prev {latest.XrefOffset}/ID {latest.Trailer["ID"]}>>\nstartxref\n{Crimes.Certified.Length + written.Length}\n%%EOF\n");
        }, "page-removed"),
        ["signature-rewritten"] = (() => After(Crimes.Attested, (u, v) =>
        {
            var value = (PdfReference)Crimes.Field(v, "A01_sig").Dictionary["V"]!;
            u.Write(value, ((PdfDictionary)v.Get(value)).With("Reason", PdfString.Text("其他")));
        }), "seal-altered"),
        ["seal-made-of-text"] = (() => Field(Crimes.Certified, "A02_sig", (_, _, f) => f.With("V", PdfString.Text("sealed"))), "seal-malformed"),
    };

    public static TheoryData<string> Names => new(All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_later_crime_is_found(string crime)
    {
        var (commit, codes) = All[crime];
        LaterCrimesTests.IsFound(crime, commit(), codes);
    }

    [Fact]
    public void A_note_of_the_size_of_an_icon_is_told_and_allowed_where_annotating_is()
    {
        var report = SealedSamples.Examine(Noted(20));
        Assert.Equal(Integrity.IntactWithAllowedLaterChanges, report.Integrity);
        Assert.Contains(report.Seals.SelectMany(s => s.Findings), f => f is { Code: "annotation-added", Severity: FindingSeverity.Warning });
    }

    private static byte[] After(byte[] document, Action<IncrementalUpdate, Revision> change) => Crimes.Update(document, change);

    // Certified with something in it that waits for the crime.
    private static byte[] Prepared(Action<IncrementalUpdate, Revision> prepare) => SealedSamples.Sealed(Crimes.Update(SealedSamples.Document(2), prepare), SealedSamples.Issue(), SealLevel.B).GetAwaiter().GetResult();

    private static byte[] Sealed(byte[] document) => SealedSamples.Sealed(document, SealedSamples.Issue() with { Act = SealAct.Approve }, SealLevel.B).GetAwaiter().GetResult();

    // One more revision, whose list follows that of the document as it was before the seal.
    private static byte[] PassedOver(byte[] document)
    {
        var unsealed = PdfFile.Open(document).Revisions[0];
        return Crimes.Append(document, $"xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size {unsealed.Trailer.Integer("Size")}/Root {Crimes.Root(unsealed)}/Prev {unsealed.XrefOffset}/ID {unsealed.Trailer["ID"]}>>\nstartxref\n{document.Length}\n%%EOF\n");
    }

    // The catalog leads to a form that breaks off.
    private static byte[] Unreadable()
    {
        var latest = PdfFile.Open(Crimes.Certified).Latest;
        var (root, number) = (Crimes.Root(latest), latest.Trailer.Integer("Size"));
        var catalog = $"{root.Number} 0 obj\n{latest.Catalog.With("AcroForm", new PdfReference((int)number!, 0))}\nendobj\n";
        var form = $"{number} 0 obj\n<</Fields[\nendobj\n";
        var (first, second, list) = (Crimes.Certified.Length, Crimes.Certified.Length + catalog.Length, Crimes.Certified.Length + catalog.Length + form.Length);
        return Crimes.Append(Crimes.Certified, $"{catalog}{form}xref\n{root.Number} 1\n{first:0000000000} 00000 n \n{number} 1\n{second:0000000000} 00000 n \ntrailer\n<</Size {number + 1}/Root {root}/Prev {latest.XrefOffset}/ID {latest.Trailer["ID"]}>>\nstartxref\n{list}\n%%EOF\n");
    }

    // A note where annotating is allowed.
    private static byte[] Noted(int size)
    {
        var certified = ForeignSeal.Placed(SmallDocument.Write(), (u, v, signature) =>
        {
            var field = u.Write(Crimes.Widget("Sig", "Issuer", 0).With("V", signature));
            u.Write(Crimes.Root(v), v.Catalog.With("AcroForm", PdfDictionary.Of(("Fields", PdfArray.Of(field)), ("SigFlags", 3))).With("Perms", PdfDictionary.Of(("DocMDP", signature))));
        }, annotating: true);
        return After(certified, (u, v) =>
        {
            var page = (PdfDictionary)v.Get(Crimes.Page(v, 1));
            var note = u.Write(Crimes.Annotation("Text").With("Rect", PdfArray.Of(0, 0, size, size)).With("AP", PdfDictionary.Of(("N", Drawn(u)))));
            u.Write(Crimes.Page(v, 1), page.With("Annots", PdfArray.Of(note)));
        });
    }

    // The stream that holds page and catalog is written anew; the lists lead to it by its number.
    private static byte[] ObjectStreamOverwritten()
    {
        var document = UnusualPlacesTests.Compressed(out _, out _);
        return After(document, (u, v) =>
        {
            var holder = (PdfStream)v.Get(new PdfReference(6, 0));
            var text = System.Text.Encoding.ASCII.GetString(v.Decode(holder).Span).Replace("[0 0 200 100]", "[0 0 900 900]", StringComparison.Ordinal);
            u.WriteStream(new PdfReference(6, 0), holder.Dictionary.Without("Filter").Without("Length"), System.Text.Encoding.ASCII.GetBytes(text));
        });
    }

    private static byte[] Extended() => Prepared((u, v) => u.Write(Crimes.Root(v), v.Catalog.With("Extensions", Extension(5))));

    private static PdfDictionary Extension(int level) => PdfDictionary.Of(("ESIC", PdfDictionary.Of(("BaseVersion", new PdfName("1.7")), ("ExtensionLevel", level))));

    private static byte[] Informed() => SealedSamples.Sealed(SmallDocument.Write("/Info<</Title(1000)>>"), SealedSamples.Issue() with { Act = SealAct.Approve }, SealLevel.B).GetAwaiter().GetResult();

    private static byte[] Catalog(byte[] document, Func<IncrementalUpdate, Revision, PdfDictionary, PdfDictionary> change) => After(document, (u, v) => u.Write(Crimes.Root(v), change(u, v, v.Catalog)));

    private static byte[] Field(byte[] document, string name, Func<IncrementalUpdate, Revision, PdfDictionary, PdfDictionary> change) => After(document, (u, v) =>
    {
        var (reference, field) = Crimes.Field(v, name);
        u.Write(reference, change(u, v, field));
    });

    private static byte[] Annotations(Func<IncrementalUpdate, Revision, PdfArray, PdfObject> change) => After(Crimes.Certified, (u, v) =>
    {
        var page = (PdfDictionary)v.Get(Crimes.Page(v, 1));
        u.Write(Crimes.Page(v, 1), page.With("Annots", change(u, v, (PdfArray)v.Resolve(page["Annots"]))));
    });

    private static byte[] Fields(Func<IncrementalUpdate, Revision, PdfArray, PdfObject> change) => After(Crimes.Certified, (u, v) =>
        Crimes.ChangeForm(u, v, form => form.With("Fields", change(u, v, (PdfArray)v.Resolve(form["Fields"])))));

    private static (PdfReference, PdfDictionary) Last(Revision view)
    {
        var annotations = (PdfArray)view.Resolve(((PdfDictionary)view.Get(Crimes.Page(view, 1)))["Annots"]);
        var reference = (PdfReference)annotations[^1];
        return (reference, (PdfDictionary)view.Get(reference));
    }

    private static PdfReference Drawn(IncrementalUpdate update) => FormXObject.Write(update, new PdfBox(0, 0, 9, 9), new ContentWriter());
}
