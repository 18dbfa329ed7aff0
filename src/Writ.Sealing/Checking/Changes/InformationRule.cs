using Writ.Pdf;

namespace Writ.Sealing.Checking.Changes;

/// <summary>Dates and programs in /Info may be renewed; a title, an author or any other statement that was sealed may not be altered (ISO 32000-2, 14.3.3).</summary>
internal static class InformationRule
{
    private static readonly HashSet<string> Renewable = ["ModDate", "CreationDate", "Producer", "Creator", "Trapped"];

    public static void Examine(RevisionReview review)
    {
        var (before, after) = (review.Before.Trailer["Info"], review.After.Trailer["Info"]);
        if (before is not null)
            review.Graph.ReachOld(before);
        if (after is null || !review.IsFreshOrSame(before, after, "information-misled", "文件信息（/Info）", "the document information (/Info)"))
            return;
        var now = review.After.Resolve(after);
        if (now is PdfNull)
            return;
        if (now is not PdfDictionary fresh)
        {
            review.Forbid("information-misled", "文件信息（/Info）不是字典", "the document information (/Info) is no dictionary", Number(after));
            return;
        }
        foreach (var key in fresh.Entries)
            if (review.After.Resolve(key.Value) is not (PdfString or PdfName or PdfNull or PdfBoolean or PdfInteger or PdfReal))
                review.Unchanged((review.Before.Resolve(before) as PdfDictionary)?[key.Key], key.Value, "information-misled", $"文件信息的 /{key.Key} ", $"/{key.Key} of the document information", Number(after));
        if (review.Before.Resolve(before) is not PdfDictionary old)
            return;
        foreach (var entry in old.Entries)
            if (!Renewable.Contains(entry.Key) && fresh.Has(entry.Key) && !review.Graph.Same(entry.Value, fresh[entry.Key]))
                review.Forbid("information-changed", $"签章后文件信息的 /{entry.Key} 被改动", $"/{entry.Key} of the document information changed after sealing", Number(after));
    }

    private static int Number(PdfObject value) => (value as PdfReference)?.Number ?? 0;
}
