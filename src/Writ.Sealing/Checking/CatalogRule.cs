using Writ.Pdf;

namespace Writ.Sealing.Checking;

/// <summary>Of the catalog only /DSS, /AcroForm and /Extensions may change after a seal; the first two by rules of their own.</summary>
internal static class CatalogRule
{
    public static void Examine(LaterRevision revision)
    {
        var (before, now) = (revision.Before.Catalog, revision.Now.Catalog);
        if (!Rest(before).Equals(Rest(now)))
        {
            foreach (var key in Keys(before).Union(Keys(now)))
                if (key is not ("DSS" or "AcroForm" or "Extensions") && !Equals(before[key], now[key]))
                    revision.Violate($"the catalog's /{key} changed");
        }
        if (before.Has("Extensions") && !now.Has("Extensions"))
            revision.Violate("the catalog's /Extensions was removed");
        else if (!Equals(before["Extensions"], now["Extensions"]))
            revision.ExplainNew(now["Extensions"]);
        if (revision.Now.Trailer["Root"] is PdfReference root)
            revision.Explain(root.Number);
    }

    private static PdfDictionary Rest(PdfDictionary catalog) => catalog.Without("DSS").Without("AcroForm").Without("Extensions");

    private static IEnumerable<string> Keys(PdfDictionary dictionary)
    {
        foreach (var entry in (IEnumerable<PdfEntry>)dictionary)
            yield return entry.Key;
    }
}
