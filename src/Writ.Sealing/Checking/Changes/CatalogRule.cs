using Writ.Pdf;

namespace Writ.Sealing.Checking.Changes;

/// <summary>Of the catalog only what other rules judge may change; everything else stays, all the way down (ISO 32000-2, 7.7.2).</summary>
internal static class CatalogRule
{
    private static readonly HashSet<string> Elsewhere = ["AcroForm", "DSS", "Metadata", "Extensions", "Pages", "StructTreeRoot", "Version", "MarkInfo"];

    public static void Examine(RevisionReview review)
    {
        var (before, after) = (review.OldCatalog, review.NewCatalog);
        var owner = (review.After.Trailer["Root"] as PdfReference)?.Number ?? 0;
        foreach (var key in TrailerRule.Keys(before, after))
        {
            if (Elsewhere.Contains(key))
                continue;
            review.Unchanged(before[key], after[key], Code(key), $"文件目录的 /{key} ", $"/{key} of the catalog", owner);
        }
        Version(review, before, after, owner);
        MarkInformation(review, before, after, owner);
    }

    // The crimes that have names of their own.
    private static string Code(string key) => key switch
    {
        "OCProperties" => "layers-changed",
        "Names" or "AF" => "names-changed",
        "OpenAction" or "AA" => "actions-changed",
        "Perms" => "permissions-changed",
        "OutputIntents" => "output-intent-changed",
        _ => "catalog-changed",
    };

    // 7.7.2: a later /Version may only raise that of the header.
    private static void Version(RevisionReview review, PdfDictionary before, PdfDictionary after, int owner)
    {
        var (old, now) = (review.Before.Resolve(before["Version"]), review.After.Resolve(after["Version"]));
        if (old.Equals(now))
            return;
        if (now is PdfName raised && (old is not PdfName was || string.CompareOrdinal(raised.Value, was.Value) >= 0) && string.CompareOrdinal(raised.Value, review.After.File.Version) >= 0)
            review.Note(new LaterChange(ChangeNature.Upkeep, "version-raised", $"PDF 版本升为 {raised.Value}", $"the PDF version was raised to {raised.Value}", owner));
        else
            review.Forbid("version-lowered", "签章后 PDF 版本被降低或删除", "the PDF version was lowered or removed after sealing", owner);
    }

    // 14.7.1: readers that write it anew change nothing of what is shown, unless the document stops being tagged.
    private static void MarkInformation(RevisionReview review, PdfDictionary before, PdfDictionary after, int owner)
    {
        if (review.Graph.Same(before["MarkInfo"], after["MarkInfo"]))
            return;
        if (!review.IsFreshOrSame(before["MarkInfo"], after["MarkInfo"], "catalog-changed", "/MarkInfo", "/MarkInfo"))
            return;
        var was = review.Before.Find<PdfDictionary>(before, "MarkInfo")?["Marked"];
        var now = review.After.Find<PdfDictionary>(after, "MarkInfo")?["Marked"];
        if (review.Before.Resolve(was).Equals(PdfBoolean.True) && !review.After.Resolve(now).Equals(PdfBoolean.True))
            review.Forbid("catalog-changed", "签章后文件不再声明带标签结构", "the document stopped being tagged after sealing", owner);
    }
}
