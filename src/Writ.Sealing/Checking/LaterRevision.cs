using Writ.Pdf;

namespace Writ.Sealing.Checking;

/// <summary>
/// A revision that follows a seal, while its changes are being explained: every object it adds or changes must be reached by a rule;
/// what is left over is a violation.
/// </summary>
internal sealed class LaterRevision
{
    private readonly Dictionary<int, ObjectChange> open;
    private readonly List<string> violations = [];

    public LaterRevision(Revision now, SealPermissions permissions)
    {
        Now = now;
        Before = now.Previous ?? throw new ArgumentException("The first revision follows nothing.", nameof(now));
        Permissions = permissions;
        open = now.Changes.Where(c => c.Kind != ChangeKind.Repeated).ToDictionary(c => c.Number);
    }

    public Revision Now { get; }

    public Revision Before { get; }

    public SealPermissions Permissions { get; }

    public IReadOnlyList<string> Violations => violations;

    public void Violate(string what) => violations.Add(what);

    /// <summary>True when the object existed before and has another value now.</summary>
    public bool IsChanged(PdfReference reference) => open.TryGetValue(reference.Number, out var change) && change.Kind == ChangeKind.Changed;

    /// <summary>The object is accounted for by a rule that looked at it.</summary>
    public void Explain(int number) => open.Remove(number);

    /// <summary>
    /// Accounts for the value under a key: a new object with all below it, or the same object rewritten in place. An object that was
    /// something else before is never accounted for, or its old role would be clobbered.
    /// </summary>
    public void ExplainInPlace(PdfObject? before, PdfObject? now)
    {
        if (now is PdfReference reference && before is PdfReference old && old == reference)
            open.Remove(reference.Number);
        else
            ExplainNew(now);
    }

    /// <summary>Accounts for a new value and for every new object below it; objects that existed before are not entered.</summary>
    public void ExplainNew(PdfObject? value)
    {
        var waiting = new Stack<PdfObject?>();
        waiting.Push(value);
        while (waiting.TryPop(out var next))
        {
            switch (next)
            {
                case PdfReference reference when open.TryGetValue(reference.Number, out var change) && change.Kind == ChangeKind.Added:
                    open.Remove(reference.Number);
                    waiting.Push(Now.Get(reference));
                    break;
                case PdfArray array:
                    foreach (var member in array)
                        waiting.Push(member);
                    break;
                case PdfDictionary dictionary:
                    foreach (var entry in dictionary.Entries)
                        waiting.Push(entry.Value);
                    break;
                case PdfStream stream:
                    waiting.Push(stream.Dictionary);
                    break;
            }
        }
    }

    /// <summary>Ends the examination: structure objects and unchanged rewrites explain themselves, everything else violates.</summary>
    public RevisionJudgement Judge()
    {
        foreach (var change in open.Values)
        {
            var value = change.Kind == ChangeKind.Freed ? PdfNull.Instance : Now.Get(change.Reference);
            if (value is PdfStream stream && stream.Dictionary.Name("Type") is "XRef" or "ObjStm")
                continue;
            if (change.Kind == ChangeKind.Changed && value.Equals(Before.Get(new PdfReference(change.Number, change.Before.Generation))))
                continue;
            violations.Add($"object {change.Number} was {Word(change.Kind)} without an allowed reason");
        }
        return new RevisionJudgement(Now.Index + 1, violations);
    }

    private static string Word(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "added",
        ChangeKind.Freed => "freed",
        _ => "changed",
    };
}
