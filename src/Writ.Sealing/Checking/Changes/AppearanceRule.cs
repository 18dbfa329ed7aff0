using Writ.Pdf;

namespace Writ.Sealing.Checking.Changes;

/// <summary>An appearance may be drawn anew, as a dictionary of streams; it is never taken away (ISO 32000-2, 12.5.5).</summary>
internal static class AppearanceRule
{
    private static readonly string[] Faces = ["N", "R", "D"];

    /// <summary>True when the appearance differs from the old one and is one at all.</summary>
    public static bool Examine(RevisionReview review, string name, int number, PdfDictionary old, PdfDictionary now)
    {
        if (review.Graph.Same(old["AP"], now["AP"]))
            return false;
        if (!review.IsFreshOrSame(old["AP"], now["AP"], "appearance-misled", $"域“{name}”的外观", $"the appearance of the field {name}"))
            return false;
        if (old["AP"] is PdfReference shared && review.Graph.Uses(shared.Number) > 1)
        {
            review.Forbid("appearance-shared", $"域“{name}”的外观另有他用，却被替换", $"the appearance of the field {name} has another use, and was replaced", shared.Number, field: name);
            return false;
        }
        review.Graph.ReachOld(old["AP"]);
        if (review.After.Resolve(now["AP"]) is not PdfDictionary faces)
        {
            review.Forbid("appearance-removed", $"签章后域“{name}”的外观被删除", $"the appearance of the field {name} was removed after sealing", number, field: name);
            return false;
        }
        review.Graph.NewBelow(faces);
        foreach (var entry in faces.Entries)
            if (!Faces.Contains(entry.Key))
                review.Forbid("appearance-malformed", $"域“{name}”的外观含有 /{entry.Key}", $"the appearance of the field {name} holds /{entry.Key}", number, field: name);
        foreach (var face in Faces)
            if (faces[face] is { } value && !IsFace(review.After, value))
                review.Forbid("appearance-malformed", $"域“{name}”的外观不是内容流", $"the appearance of the field {name} is no stream", number, field: name);
        return true;
    }

    private static bool IsFace(Revision view, PdfObject value) => view.Resolve(value) switch
    {
        PdfStream => true,
        PdfDictionary states => states.All(s => view.Resolve(s.Value) is PdfStream or PdfNull),
        _ => false,
    };
}
