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

    [Fact]
    public void A_new_seal_field_over_another_field_is_told_in_the_verdict()
    {
        var report = SealedSamples.Examine(Crimes.Update(Crimes.Approved, (u, v) => Crimes.AddField(u, v, Crimes.Widget("Sig", "Over", 0).With("Rect", Crimes.Field(v, "A01_ink").Dictionary["Rect"]!), onPage: true)));
        Assert.Equal(Integrity.IntactWithAllowedLaterChanges, report.Integrity);
        Assert.Contains(report.Seals.SelectMany(s => s.Findings), f => f.Code == "seal-field-over-field" && f.Severity == FindingSeverity.Warning);
        Assert.Contains("新增了可见签章域", report.VerdictZh, StringComparison.Ordinal);
    }

    private static void Fill(IncrementalUpdate update, Revision view, string field) => SealedSamples.FillInk(view.File, field, "张三")(update);
}
