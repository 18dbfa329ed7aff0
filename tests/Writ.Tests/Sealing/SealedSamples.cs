using Writ.Outside;
using Writ.Pdf;
using Writ.Sealing;
using Writ.Tests.Pdf;

namespace Writ.Tests.Sealing;

/// <summary>Documents to seal, and a desk with the development authorities.</summary>
internal static class SealedSamples
{
    /// <summary>One page with fields A01_ink (text) and A01_sig (seal, locking both), and a hidden text field A01_data.</summary>
    public static byte[] Document(int pages = 1) => SampleDocument.Write(pages);

    public static SealingDesk Desk(TimeProvider? clock = null)
    {
        clock ??= TestPki.Clock;
        var authority = new DevelopmentAuthority(TestPki.Certificates, clock);
        return new SealingDesk(
            new DevelopmentTimestampAuthority(TestPki.Certificates.Timestamps(), TestPki.Certificates.Trust, clock),
            new RevocationSources(new HttpClient(authority.Handler()), [authority.Host], TimeSpan.FromSeconds(2), clock),
            TestPki.Certificates.Trust, clock);
    }

    public static SealRequest Issue(ISealKey? key = null, string field = "Issuer") => new()
    {
        Key = key ?? TestPki.Bureau,
        Field = field,
        Act = SealAct.Certify,
        Time = TestPki.Now,
        Reason = "签发",
        Location = "通化市",
    };

    public static SealRequest Attest(string field, SealAct act = SealAct.Approve) => Issue(TestPki.Certificates.Key("attestation"), field) with { Act = act, Reason = "签署" };

    public static async Task<byte[]> Sealed(byte[] document, SealRequest request, SealLevel level = SealLevel.T)
    {
        var outcome = await Desk().SealAsync(document, request, level, default);
        Assert.True(outcome.Succeeded, string.Join(";", outcome.Problems));
        Assert.True(outcome.Value.Bytes.Span.StartsWith(document), "the document is an untouched prefix");
        return outcome.Value.Bytes.ToArray();
    }

    public static Report Examine(byte[] document, TrustAnchors? trust = null, DateTimeOffset? at = null) =>
        Verifier.Examine(document, trust ?? TestPki.Certificates.Trust, at ?? TestPki.Now);

    /// <summary>Fills the ink field of a slot as an attestation does: new value and appearance, nothing else.</summary>
    public static Action<IncrementalUpdate> FillInk(PdfFile file, string field, string value) => update =>
    {
        var (reference, dictionary) = Field(file, field);
        var content = new ContentWriter();
        content.MoveTo(5, 5);
        content.LineTo(90, 25);
        content.Stroke();
        var appearance = FormXObject.Write(update, new PdfBox(0, 0, 100, 30), content);
        update.Write(reference, dictionary.With("V", PdfString.Text(value)).With("AP", PdfDictionary.Of(("N", appearance))));
    };

    public static (PdfReference Reference, PdfDictionary Dictionary) Field(PdfFile file, string name)
    {
        var form = (PdfDictionary)file.Latest.Resolve(file.Latest.Catalog["AcroForm"]);
        foreach (var entry in (PdfArray)file.Latest.Resolve(form["Fields"]))
            if (file.Latest.Resolve(entry) is PdfDictionary field && (field["T"] as PdfString)?.ToText() == name)
                return ((PdfReference)entry, field);
        throw new InvalidOperationException($"No field {name}.");
    }
}
