using Writ.Pdf;

namespace Writ.Sealing.Checking;

/// <summary>The document stays the document: same /Root, same /Info, no encryption later.</summary>
internal static class TrailerRule
{
    public static void Examine(LaterRevision revision)
    {
        foreach (var key in (ReadOnlySpan<string>)["Root", "Encrypt"])
            if (!Same(revision.Before.Trailer[key], revision.Now.Trailer[key]))
                revision.Violate($"the trailer's /{key} changed");
        if (revision.Now.Trailer["Info"] is { } now && revision.Before.Trailer["Info"] is { } before)
            Info(revision, before, now);
        else if (revision.Now.Trailer["Info"] is { } added)
            revision.ExplainNew(added);
    }

    // Readers show neither date nor producer as content; every other entry of /Info is a statement about the document.
    private static void Info(LaterRevision revision, PdfObject before, PdfObject now)
    {
        if (revision.Before.Resolve(before) is not PdfDictionary old || revision.Now.Resolve(now) is not PdfDictionary fresh)
            return;
        if (!Statement(old).Equals(Statement(fresh)))
        {
            revision.Violate("the document information changed");
            return;
        }
        revision.ExplainInPlace(before, now);
    }

    private static PdfDictionary Statement(PdfDictionary info) => info.Without("ModDate").Without("Producer");

    private static bool Same(PdfObject? before, PdfObject? now) => before is null ? now is null : before.Equals(now);
}
