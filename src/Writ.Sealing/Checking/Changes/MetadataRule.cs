using Writ.Pdf;

namespace Writ.Sealing.Checking.Changes;

/// <summary>Document metadata may be added or renewed; what it states about the document (title, archive format, anything but dates and programs) stays (ISO 32000-2, 14.3.2).</summary>
internal static class MetadataRule
{
    public static void Examine(RevisionReview review)
    {
        var (before, after) = (review.OldCatalog["Metadata"], review.NewCatalog["Metadata"]);
        if (review.Graph.Same(before, after))
            return;
        if (after is null)
        {
            review.Forbid("metadata-removed", "签章后元数据被删除", "the metadata was removed after sealing");
            return;
        }
        if (!review.IsFreshOrSame(before, after, "metadata-misled", "元数据", "the metadata"))
            return;
        review.Graph.ReachOld(before);
        review.Graph.NewBelow(after);
        var number = (after as PdfReference)?.Number ?? 0;
        if (review.After.Resolve(after) is not PdfStream stream || XmpStatements.Read(review.After.Decode(stream)) is not { } now)
        {
            review.Forbid("metadata-malformed", "签章后元数据不是规范的 XMP", "the metadata is no well-formed XMP after sealing", number);
            return;
        }
        if (review.Before.Resolve(before) is PdfStream old)
        {
            if (XmpStatements.Read(review.Before.Decode(old)) is not { } was)
            {
                review.Forbid("metadata-malformed", "签章时的元数据不是规范的 XMP，却被改动", "the metadata was no well-formed XMP when sealed, and changed", number);
                return;
            }
            foreach (var (name, text) in was)
                if (!now.TryGetValue(name, out var kept) || kept != text)
                    review.Forbid("metadata-changed", $"签章后元数据的 {name} 被改动", $"{name} of the metadata changed after sealing", number);
        }
        review.Note(new LaterChange(ChangeNature.Upkeep, "metadata-renewed", "元数据已更新", "the metadata was renewed", number));
    }
}
