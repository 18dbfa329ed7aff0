using Writ.Pdf;

namespace Writ.Sealing.Checking.Changes;

/// <summary>Two neighbouring revisions under comparison, and what the rules found so far. Default deny: what no rule explains is forbidden.</summary>
internal sealed class RevisionReview
{
    private const int MaxChanges = 1000;

    private readonly List<LaterChange> changes = [];

    public RevisionReview(Revision before, Revision after, CancellationToken cancellation)
    {
        Before = before;
        After = after;
        OldCatalog = before.Catalog;
        NewCatalog = after.Catalog;
        OldForm = FormTree.Read(before);
        NewForm = FormTree.Read(after);
        Graph = new GraphComparison(before, after, cancellation);
        if (before.Trailer["Root"] is PdfReference root)
            Graph.Judge(root.Number);
        foreach (var field in OldForm.All)
        {
            if (field.Reference is not null)
                Graph.Judge(field.Number);
            foreach (var widget in field.Widgets)
                if (widget.Reference is { } reference)
                    Graph.Judge(reference.Number);
        }
    }

    public Revision Before { get; }
    public Revision After { get; }
    public PdfDictionary OldCatalog { get; }
    public PdfDictionary NewCatalog { get; }
    public FormTree OldForm { get; }
    public FormTree NewForm { get; }
    public GraphComparison Graph { get; }
    public IReadOnlyList<LaterChange> Changes => changes;

    public void Note(LaterChange change)
    {
        if (changes.Count < MaxChanges || (change.Nature == ChangeNature.Forbidden && !changes.Exists(c => c.Nature == ChangeNature.Forbidden)))
            changes.Add(change);
    }

    public void Forbid(string code, string zh, string en, int number = 0, int page = 0, string? field = null) =>
        Note(new LaterChange(ChangeNature.Forbidden, code, zh, en, number, page, field));

    /// <summary>Nothing under this value may have changed; says so when it has.</summary>
    /// <param name="whatZh">Names the value in Chinese.</param>
    public bool Unchanged(PdfObject? before, PdfObject? after, string code, string whatZh, string what, int owner = 0, int page = 0)
    {
        if (Graph.FirstDifference(before, after, owner) is not { } number)
            return true;
        Forbid(code, $"签章后{whatZh}被改动", $"{what} changed after sealing", number, page);
        return false;
    }

    /// <summary>
    /// The value under a key of a dictionary judged by a rule: if it is referred to, the reference may lead to the old object or to one
    /// that did not exist, never to an old object of another meaning.
    /// </summary>
    public bool IsFreshOrSame(PdfObject? before, PdfObject? after, string code, string whatZh, string what)
    {
        if (before is PdfReference old)
            Graph.Reach(old.Number);
        if (after is not PdfReference reference)
            return true;
        if (reference == before || !Graph.Existed(reference.Number))
        {
            Graph.Reach(reference.Number);
            return true;
        }
        Forbid(code, $"{whatZh}被指向另有用途的旧对象", $"{what} was led to an older object of another use", reference.Number);
        return false;
    }
}
