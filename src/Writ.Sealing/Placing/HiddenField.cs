using Writ.Pdf;

namespace Writ.Sealing.Placing;

/// <summary>A signature field that no page shows: for a first seal without a prepared place, and for document timestamps.</summary>
internal static class HiddenField
{
    /// <param name="catalogChanges">/Perms, when the catalog changes for another reason in the same revision.</param>
    public static void Add(DocumentForm form, IncrementalUpdate update, string name, string tooltip, PdfReference signature, PdfDictionary? catalogChanges)
    {
        // ISO 32000-2, 12.7.5.5: of no size; Print and Locked, as every widget of ours; on no page, so that no page changes
        var field = update.Write(PdfDictionary.Of(
            ("Type", new PdfName("Annot")),
            ("Subtype", new PdfName("Widget")),
            ("FT", new PdfName("Sig")),
            ("T", PdfString.Text(name)),
            ("TU", PdfString.Text(tooltip)),
            ("F", 132),
            ("Rect", PdfArray.Of(0, 0, 0, 0)),
            ("V", signature)));

        var old = form.Form ?? PdfDictionary.Empty;
        var changed = old.With("Fields", form.FieldRoots.Append(field)).With("SigFlags", 3); // signatures exist, append only
        var catalog = form.Catalog;
        if (form.FormReference is { } reference)
            update.Write(reference, changed);
        else
            catalog = catalog.With("AcroForm", changed);
        if (catalogChanges is not null)
            catalog = catalog.With("Perms", catalogChanges);
        if (!ReferenceEquals(catalog, form.Catalog))
            update.Write(form.CatalogReference, catalog);
    }
}
