using Writ.Pdf;
using Writ.Sealing.Checking.Changes;

namespace Writ.Sealing.Checking.Seals;

/// <summary>The changes of every revision behind the first seal, compared once; each seal then judges what came after it.</summary>
internal sealed class LaterHistory
{
    // What is told of one seal; the worst is told whatever follows.
    private const int MostTold = 500;

    private readonly PdfFile file;
    private readonly CancellationToken cancellation;
    private readonly IReadOnlyList<LaterChange>[] changes;
    private readonly LaterChange? tail;

    public LaterHistory(PdfFile file, FoundSeals found, Reason? tailFault, CancellationToken cancellation)
    {
        this.file = file;
        this.cancellation = cancellation;
        var first = found.Seals.Min(s => s.Revision.Index);
        changes = new IReadOnlyList<LaterChange>[file.Revisions.Count];
        for (var i = 0; i < changes.Length; i++)
            changes[i] = i > first ? RevisionComparison.Compare(file.Revisions[i - 1], file.Revisions[i], cancellation) : [];
        tail = tailFault is { } fault ? new LaterChange(ChangeNature.Forbidden, "trailing-bytes", fault.Zh, fault.En) : null;
    }

    /// <param name="honest">False when the seal claims to allow more than those before it.</param>
    public LaterVerdict After(FoundSeal seal, SealRestrictions restrictions, bool honest)
    {
        var allowed = new List<(int, LaterChange)>();
        var disallowed = new List<(int, LaterChange)>();
        for (var i = seal.Revision.Index + 1; i < changes.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var change in changes[i])
                if (!restrictions.Allows(change))
                    Add(disallowed, i + 1, Reasoned(change, restrictions));
                else
                    Add(allowed, i + 1, change);
        }
        if (!honest)
            disallowed.Add((seal.Revision.Index + 1, new LaterChange(ChangeNature.Forbidden, "restrictions-widened", $"签章“{seal.Field}”声称放宽此前签章的限制", $"the seal {seal.Field} claims to allow more than the seals before it", seal.Number, 0, seal.Field)));
        if (seal.Misuse is { } misuse)
            disallowed.Add((0, new LaterChange(ChangeNature.Forbidden, "seal-copied", misuse.Zh, misuse.En, seal.Number, 0, seal.Field)));
        if (tail is not null)
            disallowed.Add((0, tail));
        // White space behind the end is harmless, but nobody signed it.
        return new LaterVerdict(seal.Revision.End < file.Bytes.Length || tail is not null, allowed, disallowed);
    }

    private static void Add(List<(int, LaterChange)> told, int revision, LaterChange change)
    {
        if (told.Count < MostTold)
            told.Add((revision, change));
    }

    private static LaterChange Reasoned(LaterChange change, SealRestrictions restrictions)
    {
        if (change.Nature == ChangeNature.Forbidden)
            return change;
        var (zh, en) = restrictions.LockedBy(change.Field) is { } locker
            ? ($"已被“{locker}”锁定", $"it is locked by {locker}")
            : change.Nature == ChangeNature.NewVisibleField && restrictions.Certified
                ? ("认证签章之后不得新增可见签章域", "a certified document takes no new visible seal field")
                : ($"签章只允许级别 {restrictions.Level?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "2"} 的改动", $"the seals allow changes of level {restrictions.Level ?? 2} only");
        return change with { Zh = $"{change.Zh}:{zh}", En = $"{change.En}: {en}" };
    }
}
