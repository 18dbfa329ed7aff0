using Writ.Pdf;
using Writ.Sealing;

namespace Writ.Tests.Sealing.Checking;

/// <summary>What lay ready in a document before it was sealed (shadow attacks are prepared then) is told, and breaks nothing.</summary>
public sealed class PreparationTests
{
    private static readonly Dictionary<string, Action<IncrementalUpdate, Revision>> All = new()
    {
        ["hidden-layers"] = (u, v) => u.Write(Crimes.Root(v), v.Catalog.With("OCProperties", PdfDictionary.Of(("OCGs", PdfArray.Empty), ("D", PdfDictionary.Of(("OFF", PdfArray.Of(Crimes.Page(v, 1)))))))),
        ["active-content"] = (u, v) => u.Write(Crimes.Root(v), v.Catalog.With("OpenAction", PdfDictionary.Of(("S", new PdfName("JavaScript")), ("JS", PdfString.Text("1"))))),
        ["hidden-objects"] = (u, v) => u.Write((PdfDictionary)v.Get(Crimes.Page(v, 1))),
        ["signature-unattached"] = (u, _) => u.Write(PdfDictionary.Of(("Type", new PdfName("Sig")), ("ByteRange", PdfArray.Of(0, 10, 20, 30)))),
        ["hidden-annotations"] = (u, v) => Crimes.AddAnnotation(u, v, u.Write(Crimes.Annotation("FreeText").With("F", 2).With("AP", PdfDictionary.Empty))),
    };

    public static TheoryData<string> Names => new(All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_was_prepared_before_the_seal_is_told(string code)
    {
        var sealedAfter = await SealedSamples.Sealed(Crimes.Update(SealedSamples.Document(), All[code]), SealedSamples.Issue(), SealLevel.B);
        var report = SealedSamples.Examine(sealedAfter);
        Assert.Contains(report.Findings, f => f.Code == code && f.Severity == FindingSeverity.Warning);
        Assert.Equal((Integrity.IntactAndCovers, Indication.TotalPassed), (report.Integrity, report.Indication));
    }

    [Fact]
    public void Nothing_is_told_of_an_honest_document() =>
        Assert.DoesNotContain(SealedSamples.Examine(Crimes.Archived).Findings, f => All.ContainsKey(f.Code) || f.Code == "appearances-unbound");
}
