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
        if (!Equals(before["Root"], after["Root"]))
            review.Forbid("catalog-exchanged", "签章后文件目录(/Root)被换成另一个对象", "the catalog (/Root) was exchanged after sealing");
        if (!Equals(before["Encrypt"], after["Encrypt"]))
            review.Forbid("encryption-changed", "签章后文件加密方式被改动", "the encryption changed after sealing");
        else if (before.Has("Encrypt"))
            review.Unchanged(before["Encrypt"], after["Encrypt"], "encryption-changed", "文件加密方式", "the encryption");

        // 14.4: the first part of /ID is that of the document, the second that of the version.
        if (First(review.Before, before) is { } old && First(review.After, after) is { } now && !old.Equals(now))
            review.Note(new LaterChange(ChangeNature.Upkeep, "identifier-changed", "签章后文件标识(/ID)被改动", "the document's permanent identifier (/ID) changed after sealing"));

        foreach (var key in Keys(before, after))
            // A key that is left out stays what the older trailer says, for those who read it there.
            if (!Housekeeping.Contains(key))
                review.Unchanged(before[key], after[key] ?? before[key], "trailer-changed", $"文件尾的 /{key} ", $"/{key} of the trailer");
    }

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
