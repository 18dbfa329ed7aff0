using Writ.Pdf;

namespace Writ.Sealing.Checking.Changes;

/// <summary>Extensions may be declared or raised, never withdrawn (ISO 32000-2, 7.12).</summary>
internal static class ExtensionsRule
{
    public static void Examine(RevisionReview review)
    {
        var (before, after) = (review.OldCatalog["Extensions"], review.NewCatalog["Extensions"]);
        if (review.Graph.Same(before, after))
            return;
        if (!review.IsFreshOrSame(before, after, "extensions-changed", "扩展声明", "the declared extensions"))
            return;
        review.Graph.ReachOld(before);
        var old = review.Before.Resolve(before) as PdfDictionary ?? PdfDictionary.Empty;
        if (review.After.Resolve(after) is not PdfDictionary now)
        {
            review.Forbid("extensions-changed", "签章后扩展声明被删除", "the declared extensions were removed after sealing");
            return;
        }
        review.Graph.NewBelow(now);
        foreach (var entry in old.Entries)
            if (entry.Key != "Type" && (!now.Has(entry.Key) || Level(review.After, now[entry.Key]) < Level(review.Before, entry.Value)))
                review.Forbid("extensions-changed", $"签章后扩展声明 {entry.Key} 被降低或删除", $"the declared extension {entry.Key} was lowered or removed after sealing");
    }

    // An entry is one declaration or, since PDF 2.0, an array of them.
    private static long Level(Revision view, PdfObject? value) => view.Resolve(value) switch
    {
        PdfDictionary one => (view.Resolve(one["ExtensionLevel"]) as PdfInteger)?.Value ?? 0,
        PdfArray many => many.Select(m => view.Resolve(m)).OfType<PdfDictionary>().Select(d => (view.Resolve(d["ExtensionLevel"]) as PdfInteger)?.Value ?? 0).DefaultIfEmpty(0).Max(),
        _ => 0,
    };
}
