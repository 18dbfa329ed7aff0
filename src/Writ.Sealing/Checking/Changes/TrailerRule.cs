using Writ.Pdf;

namespace Writ.Sealing.Checking.Changes;

/// <summary>The document stays the document: same catalog, same encryption; a new identifier is reported (ISO 32000-2, 7.5.5).</summary>
internal static class TrailerRule
{
    // Keys of the list itself, which every revision writes anew; /Info has a rule of its own.
    private static readonly HashSet<string> Housekeeping =
        ["Size", "Prev", "XRefStm", "Type", "Index", "W", "Length", "Filter", "DecodeParms", "ID", "Info", "Root", "Encrypt", "DocChecksum"];

    public static void Examine(RevisionReview review)
    {
        var (before, after) = (review.Before.Trailer, review.After.Trailer);
        if (!Equals(before["Root"], after["Root"]) && !IsRewritten(review, before["Root"], after["Root"]))
            review.Forbid("catalog-exchanged", "签章后文件目录（/Root）被换成另一个对象", "the catalog (/Root) was exchanged after sealing");
        if (!Equals(before["Encrypt"], after["Encrypt"]))
            review.Forbid("encryption-changed", "签章后文件加密方式被改动", "the encryption changed after sealing");
        else if (before.Has("Encrypt"))
            review.Unchanged(before["Encrypt"], after["Encrypt"], "encryption-changed", "文件加密方式", "the encryption");

        // 14.4: the first part of /ID is that of the document, the second that of the version.
        if (First(review.Before, before) is { } old && First(review.After, after) is { } now && !old.Equals(now))
            review.Note(new LaterChange(ChangeNature.Upkeep, "identifier-changed", "签章后文件标识（/ID）被改动", "the document's permanent identifier (/ID) changed after sealing"));

        foreach (var key in Keys(before, after))
            // A key that is left out stays what the older trailer says, for those who read it there.
            if (!Housekeeping.Contains(key) && Said(review.Before, key) is var said && !IsLost(review, key, said, after[key]))
                review.Unchanged(said, after[key] ?? said, "trailer-changed", $"文件尾的 /{key} ", $"/{key} of the trailer");
    }

    private static PdfObject? Said(Revision view, string key)
    {
        for (var revision = view; revision is not null; revision = revision.Previous)
            if (revision.Trailer[key] is { } value)
                return value;
        return null;
    }

    // The office document that some programs hide behind /AdditionalStreams belongs to no page and to no list of attachments. Signing programs that do
    // not know the entry lead it to nothing; to anything else it must not lead.
    private static bool IsLost(RevisionReview review, string key, PdfObject? before, PdfObject? after)
    {
        if (key != "AdditionalStreams" || review.Before.Resolve(before) is not PdfArray old || review.After.Resolve(after) is not PdfArray now || old.Count != now.Count)
            return false;
        for (var i = 0; i < old.Count; i++)
            if (!review.Graph.Same(old[i], now[i]) && review.After.Resolve(now[i]) is not PdfNull)
                return false;
        review.Note(new LaterChange(ChangeNature.Upkeep, "additional-streams-lost", "文件尾的 /AdditionalStreams 不再指向任何内容", "/AdditionalStreams of the trailer leads to nothing any more"));
        return true;
    }

    // Some programs write the catalog as a new object; what it says is compared as if it were the old one, which must stay where it is.
    private static bool IsRewritten(RevisionReview review, PdfObject? before, PdfObject? after) =>
        before is PdfReference old && after is PdfReference now && !review.Graph.Existed(now.Number) && review.After.Entry(old.Number) == review.Before.Entry(old.Number)
            && review.After.Get(now) is PdfDictionary catalog && catalog.Name("Type") == "Catalog";

    internal static IEnumerable<string> Keys(PdfDictionary first, PdfDictionary second)
    {
        foreach (var entry in (IEnumerable<PdfEntry>)first)
            yield return entry.Key;
        foreach (var entry in (IEnumerable<PdfEntry>)second)
            if (!first.Has(entry.Key))
                yield return entry.Key;
    }

    private static PdfObject? First(Revision view, PdfDictionary trailer) =>
        view.Resolve(trailer["ID"]) is PdfArray { Count: > 0 } identifier ? view.Resolve(identifier[0]) : null;
}
