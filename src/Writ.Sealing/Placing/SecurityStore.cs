using Writ.Pdf;

namespace Writ.Sealing.Placing;

/// <summary>The document security store (ISO 32000-2, 12.8.4.3): it only grows.</summary>
internal static class SecurityStore
{
    public static void Add(Revision view, DocumentForm form, ValidationData data, IncrementalUpdate update)
    {
        var storeReference = form.Catalog["DSS"] as PdfReference;
        var store = view.Resolve(form.Catalog["DSS"]) as PdfDictionary ?? PdfDictionary.Of(("Type", new PdfName("DSS")));
        store = Grow(view, update, store, "Certs", data.Certificates);
        store = Grow(view, update, store, "OCSPs", data.OcspResponses);
        store = Grow(view, update, store, "CRLs", data.Crls);
        if (storeReference is not null)
        {
            update.Write(storeReference, store);
            return;
        }
        storeReference = update.Write(store);
        update.Write(form.CatalogReference, form.Catalog.With("DSS", storeReference));
    }

    private static PdfDictionary Grow(Revision view, IncrementalUpdate update, PdfDictionary store, string key, IReadOnlyList<ReadOnlyMemory<byte>> proofs)
    {
        var kept = view.Resolve(store[key]) as PdfArray ?? PdfArray.Empty;
        var known = kept.Select(k => view.Resolve(k)).OfType<PdfStream>().Select(view.Decode).ToList();
        var all = kept;
        foreach (var proof in proofs)
        {
            if (known.Exists(k => k.Span.SequenceEqual(proof.Span)))
                continue;
            all = all.Append(update.WriteStream(PdfDictionary.Empty, proof.Span));
        }
        return all.Count == 0 ? store : store.With(key, all);
    }
}
