using Writ.Pdf;

namespace Writ.Sealing.Checking.Changes;

/// <summary>What a revision did to the one before it, rule by rule; whether that is allowed is for the seals to say.</summary>
internal static class RevisionComparison
{
    // Rules that mark objects as judged come before those that walk past them; the one that takes the rest comes last.
    private static readonly Action<RevisionReview>[] Rules =
    [
        PagesRule.Examine,
        StructureRule.Examine,
        TrailerRule.Examine,
        InformationRule.Examine,
        CatalogRule.Examine,
        ExtensionsRule.Examine,
        MetadataRule.Examine,
        SecurityStoreRule.Examine,
        FormRule.Examine,
        ObjectsRule.Examine,
        FileStructureRule.Examine,
    ];

    public static IReadOnlyList<LaterChange> Compare(Revision before, Revision after, CancellationToken cancellation)
    {
        RevisionReview? review = null;
        try
        {
            review = new RevisionReview(before, after, cancellation);
            foreach (var rule in Rules)
                rule(review);
            return review.Changes;
        }
        catch (PdfFormatException fault)
        {
            var unreadable = new LaterChange(ChangeNature.Forbidden, "revision-unreadable", $"签章后的修订无法读取：{FormatReasons.Of(fault).Zh}", $"a revision after sealing cannot be read: {fault.Message}");
            return [unreadable, .. review?.Changes ?? []];
        }
    }
}
