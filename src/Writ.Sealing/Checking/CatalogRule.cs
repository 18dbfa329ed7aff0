using Writ.Pdf;

namespace Writ.Sealing.Checking;

/// <summary>Of the catalog only /DSS, /AcroForm, /Extensions and a raised /Version may change after a seal; the first two by rules of their own.</summary>
internal static class CatalogRule
{
    public static void Examine(LaterRevision revision)
    {
        var (before, now) = (revision.Before.Catalog, revision.Now.Catalog);
        if (!Rest(before).Equals(Rest(now)))
        {
            foreach (var key in Keys(before).Union(Keys(now)))
                if (key is not ("DSS" or "AcroForm" or "Extensions" or "Version") && !Equals(before[key], now[key]))
                    revision.Violate($"the catalog's /{key} changed");
        }
        if (before.Has("Extensions") && !now.Has("Extensions"))
            revision.Violate("the catalog's /Extensions was removed");
        else if (!Equals(before["Extensions"], now["Extensions"]))
            revision.ExplainNew(now["Extensions"]);
        if (before["Version"] is not null && string.CompareOrdinal(before.Name("Version"), now.Name("Version")) > 0)
            revision.Violate("the catalog's /Version was lowered");
        revision.ExplainInPlace(revision.Before.Trailer["Root"], revision.Now.Trailer["Root"]);
    }

    private static PdfDictionary Rest(PdfDictionary catalog) => catalog.Without("DSS").Without("AcroForm").Without("Extensions").Without("Version");

    private static IEnumerable<string> Keys(PdfDictionary dictionary)
    {
        foreach (var entry in (IEnumerable<PdfEntry>)dictionary)
            yield return entry.Key;
    }
}
