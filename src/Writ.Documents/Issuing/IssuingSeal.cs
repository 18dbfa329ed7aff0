using Writ.Pdf;
using Writ.Sealing;

namespace Writ.Documents;

/// <summary>
/// The first seal of a document: certifies it (DocMDP P=2), leaves the bureau's impression where the form has one, and its strips
/// (骑缝章) on the page edges where the pack asks for them — all in one revision.
/// </summary>
public static class IssuingSeal
{
    /// <summary>What <see cref="Sealer.Prepare(PdfFile, SealRequest)"/> needs to issue the document.</summary>
    /// <param name="impression">Null leaves no mark; so does a form that has no place for one.</param>
    /// <param name="signer">Who seals, as the signature says; the certificate's common name when null.</param>
    public static SealRequest Request(PdfFile document, ISealKey key, SealImpression? impression, string? signer, DateTimeOffset time)
    {
        var form = DocumentForm.Read(document.Latest);
        var edges = form.Fields.Where(field => FieldNames.IsEdge(field.Name)).OrderBy(field => field.Name, StringComparer.Ordinal).ToList();
        var visible = impression is not null && form.Find(FieldNames.Issuer) is { Box: { Width: > 0, Height: > 0 } };
        return new SealRequest
        {
            Key = key,
            Field = FieldNames.Issuer,
            Act = SealAct.Certify,
            Time = time,
            Signer = signer,
            Appearance = visible ? (writer, box) => impression!.Write(writer).ToForm(writer, box.Width, box.Height) : null,
            Changes = impression is null || edges.Count == 0 ? null : update => Cut(update, edges, impression),
        };
    }

    private static void Cut(IncrementalUpdate update, List<PlacedField> edges, SealImpression impression)
    {
        var imprint = impression.Write(update);
        var part = 0;
        foreach (var field in edges)
        {
            // A long writ has several impressions one after another; the width of a strip tells into how many its own is cut.
            var parts = (int)Math.Round(field.Box.Height / field.Box.Width);
            var strip = imprint.ToForm(update, field.Box.Width, field.Box.Height, part, parts);
            part = (part + 1) % parts;
            update.Write(field.Reference, field.Dictionary.With("AP", PdfDictionary.Of(("N", strip))));
        }
    }
}
