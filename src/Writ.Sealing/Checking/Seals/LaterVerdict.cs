using Writ.Sealing.Checking.Changes;

namespace Writ.Sealing.Checking.Seals;

/// <summary>What followed a seal.</summary>
/// <param name="Allowed">With the number of the revision, from 1.</param>
/// <param name="Disallowed">The same, with the reason where a seal forbids what would be allowed otherwise.</param>
internal sealed record LaterVerdict(bool HasLater, IReadOnlyList<(int Revision, LaterChange Change)> Allowed, IReadOnlyList<(int Revision, LaterChange Change)> Disallowed)
{
    public LaterChanges Changes => Disallowed.Count > 0 ? LaterChanges.Disallowed : HasLater ? LaterChanges.Permitted : LaterChanges.None;
}
