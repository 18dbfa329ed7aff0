using Writ.Pdf;

namespace Writ.Sealing.Checking.Changes;

/// <summary>
/// Annotations of a page stay as they are, in their order; only the widgets of new seal fields join them. Where the certification allows
/// annotating (P=3), notes that paint nothing over the page may be added; whatever paints stays forbidden (evil annotation attack).
/// </summary>
internal static class AnnotationsRule
{
    // ISO 32000-2, 12.5.6: kinds that show as an icon or not at all, and hide nothing of the page.
    private static readonly HashSet<string> Harmless = ["Text", "Popup", "Link"];

    // In points: the icon of a note that programs draw themselves has some twenty.
    private const double LargestIcon = 40;

    public static void Examine(RevisionReview review, PdfDictionary oldPage, PdfDictionary newPage, int owner, int page)
    {
        if (!review.IsFreshOrSame(oldPage["Annots"], newPage["Annots"], "annotations-misled", $"第 {page} 页的批注列表", $"the annotations of page {page}"))
            return;
        var before = review.Before.Resolve(oldPage["Annots"]) as PdfArray ?? PdfArray.Empty;
        var now = review.After.Resolve(newPage["Annots"]);
        if (now is not (PdfArray or PdfNull))
        {
            review.Forbid("annotations-misled", $"第 {page} 页的批注列表不是数组", $"the annotations of page {page} are no array", owner, page);
            return;
        }
        var after = now as PdfArray ?? PdfArray.Empty;

        // The old ones must be there, in the same order; whatever stands between or behind them is new.
        var next = 0;
        var old = before.OfType<PdfReference>().ToHashSet();
        var seen = new HashSet<PdfReference>();
        foreach (var annotation in after)
        {
            var repeated = annotation is PdfReference reference && !seen.Add(reference);
            if (next < before.Count && Matches(review, before[next], annotation))
                Kept(review, before[next++], annotation, owner, page);
            else
                Added(review, annotation, repeated, old, owner, page);
        }
        if (next < before.Count)
            Removed(review, before[next], owner, page);
    }

    private static bool Matches(RevisionReview review, PdfObject before, PdfObject after) =>
        before is PdfReference ? before.Equals(after) : after is not PdfReference && review.Graph.Same(before, after);

    private static void Kept(RevisionReview review, PdfObject before, PdfObject after, int owner, int page)
    {
        if (before is not PdfReference reference)
            return;
        if (review.OldForm.Owner(reference.Number) is { } field)
        {
            // The field's own rule judges it; it must still be a field.
            if (review.NewForm.Owner(reference.Number) is null)
                review.Forbid("field-removed", $"签章后域“{field.Name}”脱离表单", $"the field {field.Name} was taken out of the form after sealing", reference.Number, page, field.Name);
            return;
        }
        if (review.Graph.FirstDifference(before, after, owner) is not { } number)
            return;
        review.Graph.ReachOld(before);
        var annotation = review.After.Resolve(after) as PdfDictionary;
        review.Note(new LaterChange(Nature(review, annotation), "annotation-changed", $"签章后第 {page} 页的批注被改动", $"an annotation of page {page} changed after sealing", number, page));
    }

    private static void Added(RevisionReview review, PdfObject added, bool repeated, HashSet<PdfReference> old, int owner, int page)
    {
        var reference = added as PdfReference;
        var number = reference?.Number ?? owner;
        if (repeated)
        {
            review.Forbid("annotation-repeated", $"第 {page} 页的批注重复列出", $"an annotation of page {page} is listed twice", number, page);
            return;
        }
        if (reference is not null && review.NewForm.Owner(number) is { IsSeal: true } && review.OldForm.Owner(number) is null && !review.Graph.Existed(number))
        {
            review.Graph.Reach(number);
            SealFieldPlacement.Examine(review, added, old, number, page);
            return; // judged as a new field
        }
        if (reference is not null && old.Contains(reference))
        {
            review.Forbid("annotations-reordered", $"签章后第 {page} 页批注的次序被改动", $"the annotations of page {page} changed places after sealing", number, page);
            return;
        }
        var annotation = review.After.Resolve(added) as PdfDictionary;
        var kind = (review.After.Resolve(annotation?["Subtype"]) as PdfName)?.Value ?? "?";
        review.Note(new LaterChange(Nature(review, annotation), "annotation-added", $"签章后第 {page} 页新增批注（{kind}）", $"an annotation ({kind}) was added to page {page} after sealing", number, page));
    }

    private static void Removed(RevisionReview review, PdfObject before, int owner, int page)
    {
        var number = (before as PdfReference)?.Number ?? owner;
        review.Forbid("annotation-removed", $"签章后第 {page} 页的批注被删除", $"an annotation of page {page} was removed after sealing", number, page);
    }

    private static ChangeNature Nature(RevisionReview review, PdfDictionary? annotation) =>
        annotation is not null && !annotation.Has("AA") && (review.After.Resolve(annotation["Subtype"]) as PdfName)?.Value is { } kind && Harmless.Contains(kind)
            && (!annotation.Has("AP") || kind == "Popup" || (kind == "Text" && IsIcon(review.After, annotation)))
            ? ChangeNature.Annotating
            : ChangeNature.Forbidden;

    // 12.5.5: an appearance is drawn into the whole rectangle.
    private static bool IsIcon(Revision view, PdfDictionary annotation)
    {
        if (view.Resolve(annotation["Rect"]) is not PdfArray { Count: 4 } box)
            return false;
        var sides = box.Select(side => view.Resolve(side) switch { PdfInteger integer => integer.Value, PdfReal real => real.Value, _ => double.NaN }).ToList();
        return Math.Abs(sides[2] - sides[0]) <= LargestIcon && Math.Abs(sides[3] - sides[1]) <= LargestIcon;
    }
}
