using Writ.Pdf;

namespace Writ.Sealing.Checking.Changes;

/// <summary>Comes last: an object of the sealed document that was overwritten, though no rule came past it, is left unexplained and forbidden.</summary>
internal static class ObjectsRule
{
    public static void Examine(RevisionReview review)
    {
        foreach (var change in review.After.Changes)
        {
            if (change.Kind is ChangeKind.Repeated or ChangeKind.Added || review.Graph.IsReached(change.Number))
                continue;
            var before = review.Before.Get(new PdfReference(change.Number, change.Before.Generation));
            if (change.Kind == ChangeKind.Freed)
            {
                review.Note(new LaterChange(ChangeNature.Upkeep, "object-freed", $"释放了未使用的对象 {change.Number}", $"the unused object {change.Number} was freed", change.Number));
                continue;
            }
            var after = review.After.Get(change.Reference);
            if (review.Graph.FirstDifference(before, after, change.Number) is null || IsList(before) && IsList(after))
                continue;
            review.Forbid("object-overwritten", $"签章后对象 {change.Number} 被无故改写", $"object {change.Number} was overwritten after sealing without an allowed reason", change.Number);
        }
    }

    // ISO 32000-2, 7.5.8: some programs write every cross-reference stream under the same number.
    private static bool IsList(PdfObject value) => value is PdfStream stream && stream.Dictionary.Name("Type") == "XRef";
}
