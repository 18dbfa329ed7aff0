using Writ.Pdf;

namespace Writ.Sealing.Checking;

/// <summary>The form keeps its fields in order; only invisible document timestamps and, before certification forbids it, new seal fields join it.</summary>
internal static class FormRule
{
    public static void Examine(LaterRevision revision)
    {
        var before = revision.Before.Resolve(revision.Before.Catalog["AcroForm"]) as PdfDictionary;
        var now = revision.Now.Resolve(revision.Now.Catalog["AcroForm"]) as PdfDictionary;
        if (now is null)
        {
            if (before is not null)
                revision.Violate("the form was removed");
            return;
        }
        if (before is not null && !before.Without("Fields").Without("SigFlags").Equals(now.Without("Fields").Without("SigFlags")))
            revision.Violate("the form itself changed");
        if (before is not null && Flags(revision.Before, before) is var flags && (flags & ~Flags(revision.Now, now)) != 0)
            revision.Violate("the form no longer says that it is sealed");

        var old = before is null ? PdfArray.Empty : revision.Before.Resolve(before["Fields"]) as PdfArray ?? PdfArray.Empty;
        var fresh = revision.Now.Resolve(now["Fields"]) as PdfArray ?? PdfArray.Empty;
        if (fresh.Count < old.Count || !old.AsSpan().SequenceEqual(fresh.AsSpan()[..Math.Min(old.Count, fresh.Count)]))
            revision.Violate("fields left the form or changed places");
        for (var i = old.Count; i < fresh.Count; i++)
            NewField(revision, fresh[i]);

        revision.ExplainInPlace(revision.Before.Catalog["AcroForm"], revision.Now.Catalog["AcroForm"]);
        revision.ExplainInPlace(before?["Fields"], now["Fields"]);
    }

    private static long Flags(Revision view, PdfDictionary form) => (view.Resolve(form["SigFlags"]) as PdfInteger)?.Value ?? 0;

    private static void NewField(LaterRevision revision, PdfObject node)
    {
        if (node is not PdfReference reference || revision.Before.Entry(reference.Number) is { Kind: not XrefEntryKind.Free }
            || revision.Now.Resolve(reference) is not PdfDictionary field || (revision.Now.Resolve(field["FT"]) as PdfName)?.Value != "Sig")
        {
            revision.Violate("a field that is no seal field was added");
            return;
        }
        var value = revision.Now.Resolve(field["V"]) as PdfDictionary;
        var timestamp = value?.Name("SubFilter") == SignatureRule.Rfc3161;
        if (!timestamp && !revision.Permissions.MayFill)
            revision.Violate($"a seal field was added after {revision.Permissions.ClosedBy} had closed the document");
        if (value is null)
            revision.Violate("an empty seal field was added");
        if (!Invisible(revision.Now, field))
            revision.Violate("a visible seal field was added");
        revision.ExplainNew(reference);
    }

    private static bool Invisible(Revision view, PdfDictionary field) =>
        view.Resolve(field["Rect"]) is not PdfArray { Count: 4 } rect || (rect[0].Equals(rect[2]) && rect[1].Equals(rect[3]));
}
