using Writ.Pdf;

namespace Writ.Sealing.Checking.Changes;

/// <summary>
/// A new seal field that lies over another field of its page may hide a seal or an entry that was there before (sneaky signature attack). It is told
/// of by name, and stands or falls with the new field itself: honest programs do it too.
/// </summary>
internal static class SealFieldPlacement
{
    // A frame may touch its neighbour's.
    private const double Touching = 0.05;

    /// <param name="old">The annotations the page had.</param>
    public static void Examine(RevisionReview review, PdfObject added, IReadOnlyCollection<PdfReference> old, int number, int page)
    {
        if (review.After.Resolve(added) is not PdfDictionary widget || Box(review.After, widget) is not { } box)
            return;
        foreach (var reference in old)
        {
            if (review.OldForm.Owner(reference.Number) is not { } field || review.Before.Get(reference) is not PdfDictionary under || Box(review.Before, under) is not { } covered)
                continue;
            var width = Math.Min(box.Right, covered.Right) - Math.Max(box.Left, covered.Left);
            var height = Math.Min(box.Top, covered.Top) - Math.Max(box.Bottom, covered.Bottom);
            if (width > 0 && height > 0 && width * height > Touching * covered.Width * covered.Height)
                review.Note(new LaterChange(ChangeNature.NewVisibleField, "seal-field-over-field", $"第 {page} 页新增签章域遮盖了域“{field.Name}”", $"a new seal field on page {page} lies over the field {field.Name}", number, page));
        }
    }

    // ISO 32000-2, 7.9.5: any two opposite corners. Null for a widget of no area.
    private static PdfBox? Box(Revision view, PdfDictionary widget)
    {
        if (view.Resolve(widget["Rect"]) is not PdfArray { Count: 4 } rect)
            return null;
        var (a, b, c, d) = (Number(rect[0]), Number(rect[1]), Number(rect[2]), Number(rect[3]));
        var box = new PdfBox(Math.Min(a, c), Math.Min(b, d), Math.Max(a, c), Math.Max(b, d));
        return box.Width > 0 && box.Height > 0 ? box : null;

        double Number(PdfObject value) => view.Resolve(value) switch { PdfInteger integer => integer.Value, PdfReal real => real.Value, _ => 0 };
    }
}
