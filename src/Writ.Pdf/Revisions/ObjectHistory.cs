namespace Writ.Pdf;

/// <summary>Which revision listed an object number, and where: newest first, so that the usual look-up is one step.</summary>
internal sealed class ObjectHistory
{
    private readonly Dictionary<int, int> newest = [];
    private readonly List<(int Revision, XrefEntry Entry, int Older)> links = [];

    /// <summary>Revisions are added in order.</summary>
    public void Add(int revision, Dictionary<int, XrefEntry> entries)
    {
        newest.EnsureCapacity(newest.Count == 0 ? entries.Count : newest.Count);
        foreach (var (number, entry) in entries)
        {
            links.Add((revision, entry, newest.GetValueOrDefault(number, -1)));
            newest[number] = links.Count - 1;
        }
    }

    /// <summary>What the last revision up to this one says of a number.</summary>
    public (int Revision, XrefEntry Entry)? Find(int number, int revision)
    {
        for (var at = newest.GetValueOrDefault(number, -1); at >= 0; at = links[at].Older)
            if (links[at].Revision <= revision) return (links[at].Revision, links[at].Entry);
        return null;
    }

    public IEnumerable<int> Numbers => newest.Keys;
}
