using System.Text;
using Writ.Pdf;
using Writ.Sealing;

namespace Writ.Tests.Sealing.Checking;

/// <summary>What is done to a document after it was sealed. Each case is named after its crime, and is found by that name.</summary>
public sealed class LaterCrimesTests
{
    // Certified with a layer that shows.
    private static readonly Lazy<byte[]> Layered = new(() => SealedSamples.Sealed(Crimes.Update(SealedSamples.Document(), (u, v) =>
    {
        var layer = u.Write(PdfDictionary.Of(("Type", new PdfName("OCG")), ("Name", PdfString.Text("Text"))));
        var shown = u.Write(PdfDictionary.Of(("Name", PdfString.Text("Default")), ("Order", PdfArray.Of(layer))));
        u.Write(Crimes.Root(v), v.Catalog.With("OCProperties", PdfDictionary.Of(("OCGs", PdfArray.Of(layer)), ("D", shown))));
    }), SealedSamples.Issue(), SealLevel.B).GetAwaiter().GetResult());

    private static readonly Dictionary<string, (Func<byte[]> Commit, string Code)> All = new()
    {
        ["page-content-replaced"] = (() => Crimes.Update(Crimes.Certified, (u, v) =>
        {
            var page = (PdfDictionary)v.Get(Crimes.Page(v, 1));
            u.WriteStream((PdfReference)page["Contents"]!, PdfDictionary.Empty, "q Q"u8);
        }), "page-changed"),
        ["page-content-exchanged"] = (() => Crimes.Update(Crimes.Certified, (u, v) => u.Write(Crimes.Page(v, 1), ((PdfDictionary)v.Get(Crimes.Page(v, 1))).With("Contents", u.WriteStream(PdfDictionary.Empty, "q Q"u8)))), "page-changed"),
        ["page-rotated"] = (() => Crimes.Update(Crimes.Certified, (u, v) => u.Write(Crimes.Page(v, 1), ((PdfDictionary)v.Get(Crimes.Page(v, 1))).With("Rotate", 180))), "page-changed"),
        ["page-cropped"] = (() => Crimes.Update(Crimes.Certified, (u, v) => u.Write(Crimes.Page(v, 1), ((PdfDictionary)v.Get(Crimes.Page(v, 1))).With("CropBox", PdfArray.Of(0, 0, 10, 10)))), "page-changed"),
        ["tab-order-changed"] = (() => Tabbed("R"), "tab-order-set"),
        ["page-removed"] = (() => Crimes.Update(Crimes.Certified, (u, v) => Pages(u, v, kids => PdfArray.Of(kids[1]))), "page-tree-changed"),
        ["page-added"] = (() => Crimes.Update(Crimes.Certified, (u, v) => Pages(u, v, kids => kids.Append(u.Write((PdfDictionary)v.Get(Crimes.Page(v, 1)))))), "page-tree-changed"),
        ["pages-swapped"] = (() => Crimes.Update(Crimes.Certified, (u, v) => Pages(u, v, kids => PdfArray.Of(kids[1], kids[0]))), "page-tree-changed"),
        ["page-tree-exchanged"] = (() => Crimes.Update(Crimes.Certified, (u, v) => u.Write(Crimes.Root(v), v.Catalog.With("Pages", u.Write((PdfDictionary)v.Resolve(v.Catalog["Pages"]))))), "page-tree-changed"),
        ["font-exchanged"] = (() => Crimes.Update(Crimes.Certified, (u, v) => Font(u, v, font => font.With("BaseFont", new PdfName("Evil")))), "page-changed"),
        ["font-program-replaced"] = (() => Crimes.Update(Crimes.Certified, FontProgram), "page-changed"),
        ["catalog-exchanged"] = (() => Crimes.Append(Crimes.Certified, Trailer(Crimes.Certified, "/Root 3 0 R")), "trailing-bytes"),
        ["layers-added"] = (() => Crimes.Update(Crimes.Certified, (u, v) => u.Write(Crimes.Root(v), v.Catalog.With("OCProperties", PdfDictionary.Of(("OCGs", PdfArray.Empty), ("D", PdfDictionary.Empty))))), "layers-changed"),
        ["script-on-opening"] = (() => Crimes.Update(Crimes.Certified, (u, v) => u.Write(Crimes.Root(v), v.Catalog.With("OpenAction", PdfDictionary.Of(("S", new PdfName("JavaScript")), ("JS", PdfString.Text("app.alert(1)")))))), "actions-changed"),
        ["attachment-exchanged"] = (() => Crimes.Update(Crimes.Certified, (u, v) => u.Write(Crimes.Root(v), v.Catalog.With("AF", PdfArray.Empty))), "names-changed"),
        ["attachment-overwritten"] = (() => Crimes.Update(Crimes.Certified, (u, v) =>
        {
            var specification = (PdfDictionary)v.Resolve(((PdfArray)v.Resolve(v.Catalog["AF"]))[0]);
            var file = (PdfReference)((PdfDictionary)v.Resolve(specification["EF"]))["F"]!;
            u.WriteStream(file, ((PdfStream)v.Get(file)).Dictionary.Without("Length").Without("Filter"), "{\"案号\":\"2\"}"u8);
        }), "names-changed"),
        ["output-intent-removed"] = (() => Crimes.Update(Crimes.Certified, (u, v) => u.Write(Crimes.Root(v), v.Catalog.Without("OutputIntents"))), "output-intent-changed"),
        ["structure-removed"] = (() => Crimes.Update(Crimes.Certified, (u, v) => u.Write(Crimes.Root(v), v.Catalog.Without("StructTreeRoot"))), "structure-changed"),
        ["title-changed"] = (() => Crimes.Update(Crimes.Certified, (u, v) => u.WriteStream((PdfReference)v.Catalog["Metadata"]!, PdfDictionary.Of(("Type", new PdfName("Metadata")), ("Subtype", new PdfName("XML"))), Metadata(v, text => text.Replace("询问笔录", "处罚决定", StringComparison.Ordinal)))), "metadata-changed"),
        ["title-changed-without-outer-element"] = (() => Crimes.Update(Crimes.Certified, (u, v) => u.WriteStream((PdfReference)v.Catalog["Metadata"]!, PdfDictionary.Of(("Type", new PdfName("Metadata")), ("Subtype", new PdfName("XML"))), Metadata(v, text => Bare(text).Replace("询问笔录", "处罚决定", StringComparison.Ordinal)))), "metadata-changed"),
        ["rich-text-after-closing"] = (() => Change(Crimes.Closed, "A02_ink", f => f.With("RV", PdfString.Text("<p>李四</p>"))), "field-filled"),
        ["metadata-with-entities"] = (() => Crimes.Update(Crimes.Certified, (u, v) => u.WriteStream((PdfReference)v.Catalog["Metadata"]!, PdfDictionary.Empty, "<!DOCTYPE x [<!ENTITY a \"b\">]><x:xmpmeta xmlns:x=\"adobe:ns:meta/\">&a;</x:xmpmeta>"u8)), "metadata-malformed"),
        ["version-lowered"] = (() => Crimes.Update(Crimes.Certified, (u, v) => u.Write(Crimes.Root(v), v.Catalog.With("Version", new PdfName("1.0")))), "version-lowered"),
        ["form-removed"] = (() => Crimes.Update(Crimes.Certified, (u, v) => u.Write(Crimes.Root(v), v.Catalog.Without("AcroForm"))), "form-removed"),
        ["appearances-unbound"] = (() => Crimes.Update(Crimes.Certified, (u, v) => Crimes.ChangeForm(u, v, form => form.With("NeedAppearances", true))), "appearances-unbound"),
        ["field-order-of-calculation"] = (() => Crimes.Update(Crimes.Certified, (u, v) => Crimes.ChangeForm(u, v, form => form.With("CO", PdfArray.Empty))), "form-changed"),
        ["default-resources-emptied"] = (() => Crimes.Update(Crimes.Certified, (u, v) => Crimes.ChangeForm(u, v, form => form.With("DR", PdfDictionary.Of(("Font", PdfDictionary.Empty))))), "form-resources-changed"),
        ["field-removed"] = (() => Crimes.Update(Crimes.Certified, (u, v) => Crimes.ChangeForm(u, v, form => form.With("Fields", PdfArray.Of(((PdfArray)v.Resolve(form["Fields"])).Skip(1))))), "field-removed"),
        ["field-renamed"] = (() => Change(Crimes.Certified, "A01_ink", f => f.With("T", PdfString.Text("A09_ink"))), "field-removed"),
        ["field-kind-changed"] = (() => Change(Crimes.Certified, "A01_ink", f => f.With("FT", new PdfName("Btn"))), "field-kind-changed"),
        ["field-moved"] = (() => Change(Crimes.Certified, "A01_ink", f => f.With("Rect", PdfArray.Of(0, 0, 500, 800))), "field-changed"),
        ["field-hidden"] = (() => Change(Crimes.Certified, "A01_ink", f => f.With("F", 2)), "field-changed"),
        ["field-acts"] = (() => Change(Crimes.Certified, "A01_ink", f => f.With("AA", PdfDictionary.Empty)), "field-changed"),
        ["field-redrawn-only"] = (() => Crimes.Update(Crimes.Certified, (u, v) =>
        {
            var (reference, field) = Crimes.Field(v, "A01_ink");
            u.Write(reference, field.With("AP", PdfDictionary.Of(("N", FormXObject.Write(u, new PdfBox(0, 0, 9, 9), new ContentWriter())))));
        }), "field-redrawn"),
        ["appearance-removed"] = (() => Change(Crimes.Certified, "A01_ink", f => f.With("V", PdfString.Text("x")).Without("AP")), "appearance-removed"),
        ["field-added"] = (() => Crimes.Update(Crimes.Certified, (u, v) => Crimes.AddField(u, v, Crimes.Widget("Tx", "Extra", 100), onPage: true)), "field-added"),
        ["visible-seal-field-after-certification"] = (() => Crimes.Update(Crimes.Certified, (u, v) => Crimes.AddField(u, v, Crimes.Widget("Sig", "Extra", 100), onPage: true)), "seal-field-added"),
        ["seal-field-with-action"] = (() => Crimes.Update(Crimes.Approved, (u, v) => Crimes.AddField(u, v, Crimes.Widget("Sig", "Extra", 0).With("AA", PdfDictionary.Empty), onPage: false)), "field-acts"),
        ["annotation-free-text"] = (() => Crimes.Update(Crimes.Certified, (u, v) => Crimes.AddAnnotation(u, v, u.Write(Crimes.Annotation("FreeText")))), "annotation-added"),
        ["annotation-stamp-after-approval"] = (() => Crimes.Update(Crimes.Approved, (u, v) => Crimes.AddAnnotation(u, v, u.Write(Crimes.Annotation("Stamp")))), "annotation-added"),
        ["annotation-note-after-certification"] = (() => Crimes.Update(Crimes.Certified, (u, v) => Crimes.AddAnnotation(u, v, u.Write(Crimes.Annotation("Text")))), "annotation-added"),
        ["widget-without-field"] = (() => Crimes.Update(Crimes.Approved, (u, v) => Crimes.AddAnnotation(u, v, u.Write(Crimes.Widget("Sig", "Ghost", 100)))), "annotation-added"),
        ["annotations-removed"] = (() => Crimes.Update(Crimes.Certified, (u, v) => u.Write(Crimes.Page(v, 1), ((PdfDictionary)v.Get(Crimes.Page(v, 1))).Without("Annots"))), "annotation-removed"),
        ["seal-nulled"] = (() => Change(Crimes.Certified, "Issuer", f => f.Without("V")), "seal-removed"),
        ["seal-replaced-by-text"] = (() => Change(Crimes.Certified, "Issuer", f => f.With("V", PdfString.Text("sealed"))), "seal-removed"),
        ["seal-moved"] = (() => Change(Crimes.Attested, "A01_sig", f => f.With("Rect", PdfArray.Of(0, 0, 500, 800))), "seal-moved"),
        ["seal-appearance-replaced"] = (() => Crimes.Update(Crimes.Attested, (u, v) =>
        {
            var (reference, field) = Crimes.Field(v, "A01_sig");
            u.Write(reference, field.With("AP", PdfDictionary.Of(("N", FormXObject.Write(u, new PdfBox(0, 0, 9, 9), new ContentWriter())))));
        }), "seal-field-changed"),
        ["seal-recycled"] = (() => Crimes.Update(Crimes.Approved, (u, v) => Crimes.AddField(u, v, Crimes.Widget("Sig", "Copy", 0).With("V", Crimes.Field(v, "Issuer").Dictionary["V"]!), onPage: false)), "seal-recycled"),
        ["seal-copied"] = (() => Crimes.Update(Crimes.Approved, (u, v) => Crimes.AddField(u, v, Crimes.Widget("Sig", "Copy", 0).With("V", u.Write((PdfDictionary)v.Resolve(Crimes.Field(v, "Issuer").Dictionary["V"]))), onPage: false)), "seal-copied"),
        ["seal-copied-with-another-reason"] = (() => Crimes.Update(Crimes.Approved, (u, v) => Crimes.AddField(u, v, Crimes.Widget("Sig", "Copy", 0).With("V", u.Write(((PdfDictionary)v.Resolve(Crimes.Field(v, "Issuer").Dictionary["V"])).With("Reason", PdfString.Text("其他")))), onPage: false)), "seal-broken"),
        ["seal-shown-in-a-field-above-others"] = (() => Crimes.Update(Crimes.Approved, (u, v) => Crimes.AddField(u, v, Crimes.Widget("Sig", "Above", 0).With("V", Crimes.Field(v, "Issuer").Dictionary["V"]!).With("Kids", PdfArray.Of(u.Write(Crimes.Widget("Sig", "Below", 0)))), onPage: false)), "seal-copied"),
        ["catalog-rewritten-with-an-action"] = (() => Crimes.Append(Crimes.Certified, Rewritten(Crimes.Certified, catalog => catalog.With("OpenAction", PdfArray.Of(0)))), "actions-changed"),
        ["catalog-exchanged-for-an-older-object"] = (() => Crimes.Append(Crimes.Certified, Trailer(Crimes.Certified, $"/Root {Crimes.Page(PdfFile.Open(Crimes.Certified).Latest, 1)}")), "trailing-bytes catalog-exchanged"),
        ["additional-stream-exchanged"] = (() => Crimes.Append(HonestChangesTests.WithOfficeDocument(), Trailer(HonestChangesTests.WithOfficeDocument(), "/Root 1 0 R/AdditionalStreams[/application 4 0 R]")), "trailer-changed"),
        ["locked-field-refilled"] = (() => Change(Crimes.Attested, "A01_ink", f => f.With("V", PdfString.Text("李四"))), "field-filled"),
        ["filled-after-closing"] = (() => Change(Crimes.Closed, "A02_ink", f => f.With("V", PdfString.Text("李四"))), "field-filled"),
        ["security-store-removed"] = (() => Crimes.Update(Crimes.Archived, (u, v) => u.Write(Crimes.Root(v), v.Catalog.Without("DSS"))), "security-store-removed"),
        ["security-store-entry-lost"] = (() => Crimes.Update(Crimes.Update(Crimes.Archived, (u, v) => Related(u, v, PdfDictionary.Of((new string('A', 40), PdfDictionary.Empty)))), (u, v) => Related(u, v, PdfDictionary.Empty)), "security-store-entry-removed"),
        ["security-store-entry-misnamed"] = (() => Crimes.Update(Crimes.Archived, (u, v) => Related(u, v, PdfDictionary.Of(("Evil", PdfDictionary.Empty)))), "security-store-malformed"),
        ["security-store-of-another-use"] = (() => Crimes.Update(Crimes.Certified, (u, v) => u.Write(Crimes.Root(v), v.Catalog.With("DSS", Crimes.Page(v, 1)))), "security-store-misled"),
        ["security-store-proof-is-page"] = (() => Crimes.Update(Crimes.Certified, (u, v) => u.Write(Crimes.Root(v), v.Catalog.With("DSS", PdfDictionary.Of(("Certs", PdfArray.Of(Crimes.Page(v, 1))))))), "security-store-malformed"),
        ["annotation-highlight"] = (() => Annotated("Highlight"), "annotation-added"),
        ["annotation-ink"] = (() => Annotated("Ink"), "annotation-added"),
        ["annotation-square"] = (() => Annotated("Square"), "annotation-added"),
        ["annotation-watermark"] = (() => Annotated("Watermark"), "annotation-added"),
        ["annotation-redaction"] = (() => Annotated("Redact"), "annotation-added"),
        ["annotation-of-unknown-kind"] = (() => Annotated("Overlay"), "annotation-added"),
        ["resources-emptied"] = (() => Crimes.Update(Crimes.Certified, (u, v) => u.Write(Crimes.Page(v, 1), ((PdfDictionary)v.Get(Crimes.Page(v, 1))).With("Resources", PdfDictionary.Empty))), "page-changed"),
        ["name-tree-swapped"] = (() => Crimes.Update(Crimes.Certified, (u, v) => u.Write(Crimes.Root(v), v.Catalog.With("Names", PdfDictionary.Of(("Dests", PdfDictionary.Of(("Names", PdfArray.Empty))))))), "names-changed"),
        ["permissions-removed"] = (() => Crimes.Update(Crimes.Certified, (u, v) => u.Write(Crimes.Root(v), v.Catalog.Without("Perms"))), "permissions-changed"),
        ["key-twice"] = (() => Raw(page => $"{page.ToString()![..^2]}/Rotate 180/Rotate 0>>"), "revision-malformed page-changed"),
        ["hybrid-list-hides-a-page"] = (() => Listed(hybrid: true), "revision-malformed revision-unreadable page-changed trailing-bytes seal-broken"),
        ["list-stream-replaces-a-page"] = (() => Listed(hybrid: false), "page-changed"),
        ["object-stream-shadows-a-page"] = (() => Shadowing((page, text) => ($"{page} 0 ", text)), "page-changed"),
        ["object-stream-holds-another-object"] = (() => Shadowing((page, text) => ($"{page + 900} 0 ", text)), "revision-malformed page-removed"),
        ["object-stream-is-older-stream"] = (() => Shadowing((page, text) => ($"{page} 0 ", text), older: true), "revision-malformed page-removed"),
        ["layer-switched-off"] = (() => Crimes.Update(Layered.Value, (u, v) => Layers(u, v, (d, layer) => d.With("OFF", PdfArray.Of(layer)))), "layers-changed"),
        ["layers-off-at-first"] = (() => Crimes.Update(Layered.Value, (u, v) => Layers(u, v, (d, _) => d.With("BaseState", new PdfName("OFF")))), "layers-changed"),
        ["layer-renamed"] = (() => Crimes.Update(Layered.Value, (u, v) => u.Write(Layer(v), ((PdfDictionary)v.Get(Layer(v))).With("Name", PdfString.Text("Other")))), "layers-changed"),
        ["certified-again"] = (CertifiedAgain, "seal-broken"),
        ["trailing-object"] = (() => Crimes.Append(Crimes.Certified, "1 0 obj\n<</Type/Catalog>>\nendobj\n"), "trailing-bytes"),
        ["trailing-junk"] = (() => Crimes.Append(Crimes.Certified, "junk"), "trailing-bytes"),
        ["trailing-object-behind-later-seal"] = (() => Crimes.Append(Crimes.Attested, "9999 0 obj\n(x)\nendobj\n"), "trailing-bytes"),
        ["file-concatenated"] = (() => [.. Crimes.Certified, .. SealedSamples.Document()], "revision-unreadable trailing-bytes seal-broken"),
        ["junk-between-objects"] = (() => Shadowed("junk junk\n"), "revision-malformed"),
        ["object-unlisted"] = (() => Shadowed("3 0 obj\n<</Type/Catalog>>\nendobj\n"), "revision-malformed"),
        ["offset-into-older-revision"] = (() => Crimes.Append(Crimes.Certified, Table(Crimes.Certified, "3 1\n0000000017 00000 n \n")), "revision-malformed"),
        ["object-freed"] = (() => Crimes.Append(Crimes.Certified, Table(Crimes.Certified, $"{Crimes.Page(PdfFile.Open(Crimes.Certified).Latest, 1).Number} 1\n0000000000 00001 f \n")), "page-removed"),
    };

    public static TheoryData<string> Names => new(All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_later_crime_is_found(string crime)
    {
        var (commit, codes) = All[crime];
        IsFound(crime, commit(), codes);
    }

    /// <summary>Never green, and for one of the reasons by code.</summary>
    internal static void IsFound(string crime, byte[] document, string codes)
    {
        var report = SealedSamples.Examine(document);
        var findings = report.Findings.Concat(report.Seals.SelectMany(s => s.Findings)).Where(f => f.Severity == FindingSeverity.Error).ToList();
        Assert.True(report.Integrity is Integrity.DisallowedModification or Integrity.Broken or Integrity.Unparsable, $"{crime}: {report.Integrity}");
        Assert.Equal(Indication.TotalFailed, report.Indication);
        Assert.True(findings.Exists(f => codes.Split(' ').Contains(f.Code)), $"{crime}: {string.Join("; ", findings.Select(f => $"{f.Code}: {f.En}"))}");
        Wording.IsOfBothLanguages(report);
    }

    private static byte[] Change(byte[] document, string field, Func<PdfDictionary, PdfDictionary> change) => Crimes.Update(document, (u, v) =>
    {
        var (reference, dictionary) = Crimes.Field(v, field);
        u.Write(reference, change(dictionary));
    });

    private static void Related(IncrementalUpdate update, Revision view, PdfDictionary entries) =>
        update.Write((PdfReference)view.Catalog["DSS"]!, ((PdfDictionary)view.Resolve(view.Catalog["DSS"])).With("VRI", entries));

    private static void Pages(IncrementalUpdate update, Revision view, Func<PdfArray, PdfArray> change)
    {
        var parent = Crimes.PageParent(view);
        var pages = (PdfDictionary)view.Get(parent);
        update.Write(parent, pages.With("Kids", change((PdfArray)view.Resolve(pages["Kids"]))));
    }

    private static (PdfReference Reference, PdfDictionary Font) FirstFont(Revision view)
    {
        var page = (PdfDictionary)view.Get(Crimes.Page(view, 1));
        var fonts = (PdfDictionary)view.Resolve(((PdfDictionary)view.Resolve(page["Resources"]))["Font"]);
        var reference = (PdfReference)fonts.Entries[0].Value;
        return (reference, (PdfDictionary)view.Get(reference));
    }

    private static void Font(IncrementalUpdate update, Revision view, Func<PdfDictionary, PdfDictionary> change)
    {
        var (reference, font) = FirstFont(view);
        update.Write(reference, change(font));
    }

    private static void FontProgram(IncrementalUpdate update, Revision view)
    {
        var below = (PdfDictionary)view.Resolve(((PdfArray)view.Resolve(FirstFont(view).Font["DescendantFonts"]))[0]);
        var descriptor = (PdfDictionary)view.Resolve(below["FontDescriptor"]);
        update.WriteStream((PdfReference)descriptor["FontFile2"]!, PdfDictionary.Empty, "other outlines"u8);
    }

    private static byte[] Annotated(string kind) => Crimes.Update(Crimes.Approved, (u, v) => Crimes.AddAnnotation(u, v, u.Write(Crimes.Annotation(kind))));

    // One more revision by hand, in which page 1 is written anew.
    private static byte[] Raw(Func<PdfDictionary, string> page)
    {
        var latest = PdfFile.Open(Crimes.Certified).Latest;
        var reference = Crimes.Page(latest, 1);
        var written = $"{reference.Number} 0 obj\n{page((PdfDictionary)latest.Get(reference))}\nendobj\n";
        return Crimes.Append(Crimes.Certified,
            $"{written}xref\n{reference.Number} 1\n{Crimes.Certified.Length:0000000000} 00000 n \ntrailer\n<</Size {latest.Trailer.Integer("Size")}/Root {Crimes.Root(latest)}/Prev {latest.XrefOffset}/ID {latest.Trailer["ID"]}>>\nstartxref\n{Crimes.Certified.Length + written.Length}\n%%EOF\n");
    }

    // The page turned over, listed by a cross-reference stream: as the list itself, or beside a table that does not name it (ISO 32000-2, 7.5.8.4).
    private static byte[] Listed(bool hybrid)
    {
        var latest = PdfFile.Open(Crimes.Certified).Latest;
        var reference = Crimes.Page(latest, 1);
        var (size, start) = ((int)latest.Trailer.Integer("Size")!, Crimes.Certified.Length);
        var page = $"{reference.Number} 0 obj\n{((PdfDictionary)latest.Get(reference)).With("Rotate", 180)}\nendobj\n";
        var place = start + page.Length;
        var common = $"/Root {Crimes.Root(latest)}/ID {latest.Trailer["ID"]}";
        var entries = $"01{start:X8}0001{place:X8}00>";
        var list = $"{size} 0 obj\n<</Type/XRef/W[1 4 1]/Index[{reference.Number} 1 {size} 1]/Size {size + 1}{common}{(hybrid ? "" : $"/Prev {latest.XrefOffset}")}/Filter/ASCIIHexDecode/Length {entries.Length}>>\nstream\n{entries}\nendstream\nendobj\n";
        var table = hybrid
            ? $"xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size {size + 1}{common}/Prev {latest.XrefOffset}/XRefStm {place}>>\nstartxref\n{place + list.Length}\n%%EOF\n"
            : $"startxref\n{place}\n%%EOF\n";
        return Crimes.Append(Crimes.Certified, page + list + table);
    }

    // The page turned over, in an object stream: the list leads to it by an entry of type 2 (ISO 32000-2, 7.5.7 and 7.5.8.3).
    private static byte[] Shadowing(Func<int, string, (string Header, string Body)> content, bool older = false)
    {
        var latest = PdfFile.Open(Crimes.Certified).Latest;
        var reference = Crimes.Page(latest, 1);
        var (size, start) = ((int)latest.Trailer.Integer("Size")!, Crimes.Certified.Length);
        var page = (PdfDictionary)latest.Get(reference);
        var (header, body) = content(reference.Number, page.With("Rotate", 180).ToString()!);
        var holder = $"{size} 0 obj\n<</Type/ObjStm/N 1/First {header.Length}/Length {header.Length + body.Length}>>\nstream\n{header}{body}\nendstream\nendobj\n";
        var home = older ? ((PdfReference)page["Contents"]!).Number : size;
        var place = start + holder.Length;
        var entries = $"02{home:X8}0001{start:X8}0001{place:X8}00>";
        var list = $"{size + 1} 0 obj\n<</Type/XRef/W[1 4 1]/Index[{reference.Number} 1 {size} 2]/Size {size + 2}/Root {Crimes.Root(latest)}/ID {latest.Trailer["ID"]}/Prev {latest.XrefOffset}/Filter/ASCIIHexDecode/Length {entries.Length}>>\nstream\n{entries}\nendstream\nendobj\n";
        return Crimes.Append(Crimes.Certified, $"{holder}{list}startxref\n{place}\n%%EOF\n");
    }

    private static PdfDictionary LayerProperties(Revision view) => (PdfDictionary)view.Resolve(view.Catalog["OCProperties"]);

    private static PdfReference Layer(Revision view) => (PdfReference)((PdfArray)view.Resolve(LayerProperties(view)["OCGs"]))[0];

    private static void Layers(IncrementalUpdate update, Revision view, Func<PdfDictionary, PdfReference, PdfDictionary> change)
    {
        var shown = (PdfReference)LayerProperties(view)["D"]!;
        update.Write(shown, change((PdfDictionary)view.Get(shown), Layer(view)));
    }

    // A second seal, soundly signed, in which a reason gives way to a certification.
    private static byte[] CertifiedAgain()
    {
        var reason = new string('x', 100);
        var sealedTwice = SealedSamples.Sealed(Crimes.Certified, SealedSamples.Attest("A01_sig") with { Reason = reason }, SealLevel.B).GetAwaiter().GetResult();
        var certifying = "/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P 2/V/1.2>>>>]";
        var old = $"/Reason({reason})";
        var second = Crimes.Swap(Crimes.Swap(sealedTwice[Crimes.Certified.Length..], old, certifying.PadRight(old.Length)), "/WRIT_Act", "/ELSE_Act");
        byte[] claimed = [.. Crimes.Certified, .. second];
        return ForeignSeal.Again(claimed, "A01_sig", ForeignSeal.Signer(ForeignSeal.Certificate()));
    }

    internal static byte[] Metadata(Revision view, Func<string, string> change) =>
        Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(view.Decode((PdfStream)view.Resolve(view.Catalog["Metadata"])).Span)));

    /// <summary>The packet with rdf:RDF as its root (ISO 16684-1, 7.3.3).</summary>
    internal static string Bare(string packet)
    {
        var (start, end) = (packet.IndexOf("<rdf:RDF", StringComparison.Ordinal), packet.IndexOf("</rdf:RDF>", StringComparison.Ordinal));
        return packet[start..end] + "</rdf:RDF>";
    }

    private static string Table(byte[] document, string entries)
    {
        var latest = PdfFile.Open(document).Latest;
        return $"xref\n{entries}trailer\n<</Size {latest.Trailer.Integer("Size")}/Root {Crimes.Root(latest)}/Prev {latest.XrefOffset}/ID {latest.Trailer["ID"]}>>\nstartxref\n{document.Length}\n%%EOF\n";
    }

    internal static string Trailer(byte[] document, string root)
    {
        var latest = PdfFile.Open(document).Latest;
        return $"xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size {latest.Trailer.Integer("Size")}{root}/Prev {latest.XrefOffset}/ID {latest.Trailer["ID"]}>>\nstartxref\n{document.Length}\n%%EOF\n";
    }

    // A certified page that had no order of its fields, and gets one.
    internal static byte[] Tabbed(string order) => Crimes.Update(SealedSamples.Sealed(SmallDocument.Write(), SealedSamples.Issue(), SealLevel.B).GetAwaiter().GetResult(), (u, v) =>
        u.Write(Crimes.Page(v, 1), ((PdfDictionary)v.Get(Crimes.Page(v, 1))).With("Tabs", new PdfName(order))));

    // The catalog as a new object, to which the trailer leads.
    internal static string Rewritten(byte[] document, Func<PdfDictionary, PdfDictionary> change)
    {
        var latest = PdfFile.Open(document).Latest;
        var number = latest.Trailer.Integer("Size")!;
        var written = $"{number} 0 obj\n{change(latest.Catalog)}\nendobj\n";
        return $"{written}xref\n{number} 1\n{document.Length:0000000000} 00000 n \ntrailer\n<</Size {number + 1}/Root {number} 0 R/Prev {latest.XrefOffset}/ID {latest.Trailer["ID"]}>>\nstartxref\n{document.Length + written.Length}\n%%EOF\n";
    }

    // A sound revision that fills a field, with something more between its objects.
    private static byte[] Shadowed(string hidden)
    {
        var latest = PdfFile.Open(Crimes.Certified).Latest;
        var place = Crimes.Certified.Length + hidden.Length;
        var (reference, field) = Crimes.Field(latest, "A01_ink");
        var written = $"{hidden}{reference.Number} 0 obj\n{field.With("V", PdfString.Ascii7("x"))}\nendobj\n";
        var at = Crimes.Certified.Length + written.Length;
        return Crimes.Append(Crimes.Certified,
            $"{written}xref\n{reference.Number} 1\n{place:0000000000} 00000 n \ntrailer\n<</Size {latest.Trailer.Integer("Size")}/Root {Crimes.Root(latest)}/Prev {latest.XrefOffset}/ID {latest.Trailer["ID"]}>>\nstartxref\n{at}\n%%EOF\n");
    }
}
