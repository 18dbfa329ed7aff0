using Writ.Pdf;

namespace Writ.Sealing.Checking;

/// <summary>A page may get the widget of a seal field that joins the form, behind the annotations it had; nothing else of it may change.</summary>
internal static class PageRule
{
    public static void Examine(LaterRevision revision)
    {
        foreach (var change in revision.Now.Changes)
        {
            if (change.Kind != ChangeKind.Changed || !revision.IsChanged(change.Reference))
                continue;
            if (revision.Before.Get(change.Reference) is PdfDictionary before && revision.Now.Get(change.Reference) is PdfDictionary now && before.Name("Type") == "Page")
                Examine(revision, change.Reference, before, now);
        }
    }

    private static void Examine(LaterRevision revision, PdfReference page, PdfDictionary before, PdfDictionary now)
    {
        if (!before.Without("Annots").Equals(now.Without("Annots")))
            return;
        // One array for the page's annotations and the form's fields: what changes it for one reason changes it for the other.
        if (before["Annots"] is PdfReference shared && revision.Before.Resolve(revision.Before.Catalog["AcroForm"]) is PdfDictionary form && shared.Equals(form["Fields"]))
            return;
        var old = revision.Before.Resolve(before["Annots"]) as PdfArray ?? PdfArray.Empty;
        var fresh = revision.Now.Resolve(now["Annots"]) as PdfArray ?? PdfArray.Empty;
        if (fresh.Count < old.Count || !old.AsSpan().SequenceEqual(fresh.AsSpan()[..old.Count]))
            return;
        for (var i = old.Count; i < fresh.Count; i++)
            if (!IsNewSealWidget(revision, fresh[i]))
                return;
        revision.Explain(page.Number);
        revision.ExplainInPlace(before["Annots"], now["Annots"]);
    }

    private static bool IsNewSealWidget(LaterRevision revision, PdfObject annotation) =>
        annotation is PdfReference reference
        && revision.Before.Entry(reference.Number) is not { Kind: not XrefEntryKind.Free }
        && revision.Now.Resolve(reference) is PdfDictionary widget
        && (revision.Now.Resolve(widget["Subtype"]) as PdfName)?.Value == "Widget"
        && (revision.Now.Resolve(widget["FT"]) as PdfName)?.Value == "Sig"
        && (revision.Now.Resolve(revision.Now.Catalog["AcroForm"]) as PdfDictionary) is { } form
        && revision.Now.Resolve(form["Fields"]) is PdfArray fields && fields.Contains(reference); // FormRule judges the field itself
}
