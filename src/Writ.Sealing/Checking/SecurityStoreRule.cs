using Writ.Pdf;

namespace Writ.Sealing.Checking;

/// <summary>The security store only grows: no proof leaves it, entries of /VRI are never replaced (ISO 32000-2, 12.8.4.3).</summary>
internal static class SecurityStoreRule
{
    private static readonly string[] Lists = ["Certs", "OCSPs", "CRLs"];

    public static void Examine(LaterRevision revision)
    {
        var before = revision.Before.Resolve(revision.Before.Catalog["DSS"]) as PdfDictionary;
        var now = revision.Now.Resolve(revision.Now.Catalog["DSS"]) as PdfDictionary;
        if (now is null)
        {
            if (before is not null)
                revision.Violate("the security store was removed");
            return;
        }
        revision.ExplainInPlace(revision.Before.Catalog["DSS"], revision.Now.Catalog["DSS"]);
        foreach (var key in Lists)
        {
            Grew(revision, before?[key], now[key], key);
            ExplainList(revision, before?[key], now[key]);
        }
        Related(revision, before, now);
    }

    private static void Grew(LaterRevision revision, PdfObject? before, PdfObject? now, string key)
    {
        if (revision.Before.Resolve(before) is not PdfArray old)
            return;
        var kept = (revision.Now.Resolve(now) as PdfArray)?.ToHashSet() ?? [];
        if (old.Any(proof => !kept.Contains(proof)))
            revision.Violate($"a proof left /{key} of the security store");
    }

    private static void ExplainList(LaterRevision revision, PdfObject? before, PdfObject? list)
    {
        revision.ExplainInPlace(before, list);
        if (revision.Now.Resolve(list) is PdfArray members)
            revision.ExplainNew(members);
    }

    private static void Related(LaterRevision revision, PdfDictionary? before, PdfDictionary now)
    {
        revision.ExplainInPlace(before?["VRI"], now["VRI"]);
        if (revision.Now.Resolve(now["VRI"]) is not PdfDictionary fresh)
        {
            if (before is not null && before.Has("VRI"))
                revision.Violate("/VRI left the security store");
            return;
        }
        revision.ExplainNew(fresh);
        if (before is null || revision.Before.Resolve(before["VRI"]) is not PdfDictionary old)
            return;
        foreach (var entry in (IEnumerable<PdfEntry>)old)
        {
            if (revision.Now.Resolve(fresh[entry.Key]) is not PdfDictionary kept || revision.Before.Resolve(entry.Value) is not PdfDictionary was)
            {
                revision.Violate($"the entry {entry.Key} left /VRI");
                continue;
            }
            foreach (var key in (string[])["Cert", "OCSP", "CRL"])
                Grew(revision, was[key], kept[key], key);
            revision.ExplainInPlace(entry.Value, fresh[entry.Key]);
            revision.ExplainNew(kept);
        }
    }
}
