using Writ.Pdf;

namespace Writ.Sealing.Checking;

/// <summary>Judges every revision that follows a seal: default deny, one rule a file, each explaining what it allows.</summary>
internal static class LaterChanges
{
    private static readonly Action<LaterRevision>[] Rules =
    [
        TrailerRule.Examine,
        CatalogRule.Examine,
        SecurityStoreRule.Examine,
        FormRule.Examine,
        FieldRule.Examine,
        PageRule.Examine,
    ];

    public static IReadOnlyList<RevisionJudgement> Judge(PdfFile file, FoundSeals found)
    {
        var permissions = new SealPermissions();
        var judgements = new List<RevisionJudgement>();
        foreach (var revision in file.Revisions)
        {
            if (permissions.Any)
                judgements.Add(Judge(revision, permissions));
            foreach (var seal in found.Seals)
                if (ReferenceEquals(seal.Revision, revision))
                    permissions.Add(seal);
        }
        return judgements;
    }

    private static RevisionJudgement Judge(Revision revision, SealPermissions permissions)
    {
        var later = new LaterRevision(revision, permissions);
        try
        {
            foreach (var rule in Rules)
                rule(later);
            return later.Judge();
        }
        catch (PdfFormatException e)
        {
            later.Violate($"the revision cannot be read: {e.Message}");
            return new RevisionJudgement(revision.Index + 1, later.Violations);
        }
    }
}
