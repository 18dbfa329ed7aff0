using Writ.Pdf;
using Writ.Sealing;

namespace Writ.Tests.Sealing.Checking;

/// <summary>What may follow a seal, so that nobody's honest document is called broken.</summary>
public sealed class HonestChangesTests
{
    private static readonly Dictionary<string, Func<byte[]>> All = new()
    {
        ["field-filled-under-certification"] = () => Crimes.Update(Crimes.Certified, (u, v) => Fill(u, v, "A01_ink")),
        ["field-filled-after-approval"] = () => Crimes.Update(Crimes.Approved, (u, v) => Fill(u, v, "A01_ink")),
        ["other-slot-filled-after-lock"] = () => Crimes.Update(Crimes.Attested, (u, v) => Fill(u, v, "A02_ink")),
        ["slot-attested"] = () => Crimes.Attested,
        ["closed"] = () => Crimes.Closed,
        ["archived"] = () => Crimes.Archived,
        ["visible-seal-field-after-approval"] = () => Crimes.Update(Crimes.Approved, (u, v) => Crimes.AddField(u, v, Crimes.Widget("Sig", "Extra", 100), onPage: true)),
        ["invisible-seal-field-after-certification"] = () => Crimes.Update(Crimes.Certified, (u, v) => Crimes.AddField(u, v, Crimes.Widget("Sig", "Extra", 0), onPage: false)),
        ["version-raised"] = () => Crimes.Update(Crimes.Certified, (u, v) => u.Write(Crimes.Root(v), v.Catalog.With("Version", new PdfName("2.0")))),
        ["extension-declared"] = () => Crimes.Update(Crimes.Certified, (u, v) => u.Write(Crimes.Root(v), v.Catalog.With("Extensions", PdfDictionary.Of(("ESIC", PdfDictionary.Of(("BaseVersion", new PdfName("1.7")), ("ExtensionLevel", 5))))))),
        ["object-written-again-unchanged"] = () => Crimes.Update(Crimes.Certified, (u, v) => u.Write(Crimes.Page(v, 1), v.Get(Crimes.Page(v, 1)))),
        ["object-nobody-uses"] = () => Crimes.Update(Crimes.Certified, (u, _) => u.Write(PdfString.Text("orphan"))),
        ["catalog-rewritten"] = () => Crimes.Append(Crimes.Certified, LaterCrimesTests.Rewritten(Crimes.Certified, catalog => catalog)),
        ["fields-visited-by-structure"] = () => LaterCrimesTests.Tabbed("S"),
        ["width-written-as-real"] = () => Crimes.Update(Crimes.Certified, (u, v) =>
        {
            var page = (PdfDictionary)v.Get(Crimes.Page(v, 1));
            u.Write(Crimes.Page(v, 1), page.With("StructParents", new PdfReal(((PdfInteger)page["StructParents"]!).Value)));
        }),
        ["office-document-lost"] = () => Crimes.Append(WithOfficeDocument(), LaterCrimesTests.Trailer(WithOfficeDocument(), "/Root 1 0 R/AdditionalStreams[/application 900 0 R]")),
        ["seal-drawing-of-the-form-exchanged"] = () => Crimes.Update(WithDrawing(), (u, v) => Drawn(u, v)),
        ["security-store-entry-of-another-hash"] = () => Crimes.Update(Crimes.Archived, (u, v) => Related(u, v, new string('A', 64), PdfDictionary.Empty)),
        ["security-store-entry-rewritten"] = () => Crimes.Update(
            Crimes.Update(Crimes.Archived, (u, v) => Related(u, v, new string('A', 40), PdfDictionary.Of(("Cert", ((PdfDictionary)v.Resolve(v.Catalog["DSS"]))["Certs"]!)))),
            (u, v) => Related(u, v, new string('A', 40), PdfDictionary.Of(("Cert", PdfArray.Empty)))),
        ["rich-text-filled-with-the-value"] = () => Crimes.Update(Crimes.Certified, (u, v) => Fill(u, v, "A01_ink", ("RV", PdfString.Text("<p>张三</p>")))),
        ["list-scrolled-to-its-value"] = () => Crimes.Update(Crimes.Certified, (u, v) => Fill(u, v, "A01_ink", ("TI", new PdfInteger(2)), ("I", PdfArray.Of(2)))),
        ["metadata-without-outer-element"] = () => Crimes.Update(Crimes.Certified, (u, v) => Restated(u, v, LaterCrimesTests.Bare)),
        ["document-given-another-identifier"] = () =>
        {
            var latest = PdfFile.Open(Crimes.Certified).Latest;
            return Crimes.Append(Crimes.Certified, LaterCrimesTests.Trailer(Crimes.Certified, $"/Root {Crimes.Root(latest)}").Replace($"{latest.Trailer["ID"]}", "[<00><01>]", StringComparison.Ordinal));
        },
        ["field-to-be-written-in-another-size"] = () => Crimes.Update(Crimes.Certified, (u, v) =>
        {
            var (reference, field) = Crimes.Field(v, "A01_ink");
            u.Write(reference, field.With("DA", PdfString.Text("/Helv 9 Tf")));
        }),
        ["form-to-be-written-in-another-size"] = () => Crimes.Update(Crimes.Certified, (u, v) => Crimes.ChangeForm(u, v, form => form.With("DA", PdfString.Text("/Helv 9 Tf")))),
        ["form-given-a-drawing"] = () => Crimes.Update(Crimes.Certified, Drawn),
        ["security-store-naming-a-proof-that-is-not-there"] = () => Crimes.Update(Crimes.Archived, (u, v) =>
        {
            var store = (PdfDictionary)v.Resolve(v.Catalog["DSS"]);
            u.Write((PdfReference)v.Catalog["DSS"]!, store.With("Certs", ((PdfArray)v.Resolve(store["Certs"])).Append(new PdfReference(9000, 0))));
        }),
        ["empty-revision"] = () => Crimes.Update(Crimes.Certified, (_, _) => { }),
    };

    public static TheoryData<string> Names => new(All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Honest_changes_keep_a_document_intact(string change)
    {
        var report = SealedSamples.Examine(All[change]());
        Assert.True(report.Integrity is Integrity.IntactAndCovers or Integrity.IntactWithAllowedLaterChanges,
            $"{change}: {report.Integrity}: {string.Join("; ", report.Findings.Concat(report.Seals.SelectMany(s => s.Findings)).Where(f => f.Severity == FindingSeverity.Error).Select(f => $"{f.Code}: {f.En}"))}");
    }

    [Theory]
    [InlineData("closed", "seal-added")]
    [InlineData("archived", "document-timestamp-added")]
    [InlineData("archived", "validation-data-added")]
    [InlineData("office-document-lost", "additional-streams-lost")]
    [InlineData("metadata-without-outer-element", "metadata-renewed")]
    [InlineData("version-raised", "version-raised")]
    [InlineData("invisible-seal-field-after-certification", "seal-field-added")]
    [InlineData("field-filled-after-approval", "field-filled")]
    [InlineData("fields-visited-by-structure", "tab-order-set")]
    [InlineData("document-given-another-identifier", "identifier-changed")]
    [InlineData("field-to-be-written-in-another-size", "field-restyled")]
    [InlineData("form-to-be-written-in-another-size", "form-defaults-changed")]
    [InlineData("form-given-a-drawing", "form-resources-added")]
    [InlineData("security-store-naming-a-proof-that-is-not-there", "validation-data-missing")]
    public void Honest_changes_are_told_all_the_same(string change, string code)
    {
        var report = SealedSamples.Examine(All[change]());
        Assert.Contains(report.Seals.SelectMany(s => s.Findings), f => f.Code == code && f.Severity != FindingSeverity.Error);
        Wording.IsOfBothLanguages(report);
    }

    [Fact]
    public void A_new_seal_field_over_another_field_is_told_in_the_verdict()
    {
        var report = SealedSamples.Examine(Crimes.Update(Crimes.Approved, (u, v) => Crimes.AddField(u, v, Crimes.Widget("Sig", "Over", 0).With("Rect", Crimes.Field(v, "A01_ink").Dictionary["Rect"]!), onPage: true)));
        Assert.Equal(Integrity.IntactWithAllowedLaterChanges, report.Integrity);
        Assert.Contains(report.Seals.SelectMany(s => s.Findings), f => f.Code == "seal-field-over-field" && f.Severity == FindingSeverity.Warning);
        Assert.Contains("新增了可见签章域", report.VerdictZh, StringComparison.Ordinal);
    }

    [Fact]
    public void Proofs_left_out_of_the_security_store_are_told()
    {
        var report = SealedSamples.Examine(All["security-store-entry-rewritten"]());
        Assert.Contains(report.Seals.SelectMany(s => s.Findings), f => f.Code == "validation-data-dropped");
    }

    /// <summary>Sealed with an office document behind the trailer's /AdditionalStreams, as some programs hide it.</summary>
    internal static byte[] WithOfficeDocument()
    {
        var plain = SmallDocument.Write("/AdditionalStreams[/application 3 0 R]");
        return SealedSamples.Sealed(plain, SealedSamples.Issue() with { Act = SealAct.Approve }, SealLevel.B).GetAwaiter().GetResult();
    }

    private static byte[] WithDrawing() => SealedSamples.Sealed(Crimes.Update(SealedSamples.Document(), Drawn), SealedSamples.Issue(), SealLevel.B).GetAwaiter().GetResult();

    // The drawing that some programs keep among the form's resources is that of their last seal.
    private static void Drawn(IncrementalUpdate update, Revision view) => Crimes.ChangeForm(update, view, form =>
        form.With("DR", (view.Resolve(form["DR"]) as PdfDictionary ?? PdfDictionary.Empty).With("XObject", PdfDictionary.Of(("FRM", FormXObject.Write(update, new PdfBox(0, 0, 9, 9), new ContentWriter()))))));

    private static void Related(IncrementalUpdate update, Revision view, string name, PdfDictionary entry) =>
        update.Write((PdfReference)view.Catalog["DSS"]!, ((PdfDictionary)view.Resolve(view.Catalog["DSS"])).With("VRI", PdfDictionary.Of((name, entry))));

    private static void Restated(IncrementalUpdate update, Revision view, Func<string, string> change) => update.WriteStream(
        (PdfReference)view.Catalog["Metadata"]!, PdfDictionary.Of(("Type", new PdfName("Metadata")), ("Subtype", new PdfName("XML"))), LaterCrimesTests.Metadata(view, change));

    private static void Fill(IncrementalUpdate update, Revision view, string field) => SealedSamples.FillInk(view.File, field, "张三")(update);

    private static void Fill(IncrementalUpdate update, Revision view, string field, params IEnumerable<(string Key, PdfObject Value)> more)
    {
        var (reference, dictionary) = Crimes.Field(view, field);
        var filled = dictionary.With("V", PdfString.Text("张三")).With("AP", PdfDictionary.Of(("N", FormXObject.Write(update, new PdfBox(0, 0, 9, 9), new ContentWriter()))));
        update.Write(reference, more.Aggregate(filled, (now, entry) => now.With(entry.Key, entry.Value)));
    }
}
