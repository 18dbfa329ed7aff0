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

    /// <summary>What the store holds already.</summary>
    public static ValidationData Read(Revision view, DocumentForm form) =>
        view.Resolve(form.Catalog["DSS"]) is PdfDictionary store
            ? new ValidationData(Proofs(view, store, "Certs"), Proofs(view, store, "OCSPs"), Proofs(view, store, "CRLs"))
            : ValidationData.Empty;

    private static List<ReadOnlyMemory<byte>> Proofs(Revision view, PdfDictionary store, string key) =>
        view.Resolve(store[key]) is PdfArray kept ? kept.Select(k => view.Resolve(k)).OfType<PdfStream>().Select(view.Decode).ToList() : [];

    private static PdfDictionary Grow(Revision view, IncrementalUpdate update, PdfDictionary store, string key, IReadOnlyList<ReadOnlyMemory<byte>> proofs)
    {
        var kept = view.Resolve(store[key]) as PdfArray ?? PdfArray.Empty;
        var known = Proofs(view, store, key);
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
