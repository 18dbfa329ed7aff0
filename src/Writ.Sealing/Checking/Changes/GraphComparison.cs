using Writ.Pdf;

namespace Writ.Sealing.Checking.Changes;

/// <summary>
/// Compares two views of the same document value by value, through references. A reference must stay the same reference: an object that
/// is exchanged for an equal one is a change. Objects judged by rules of their own (catalog, pages, fields) end the way.
/// </summary>
internal sealed class GraphComparison(Revision before, Revision after, CancellationToken cancellation)
{
    private const int MaxSteps = 20_000_000;

    private readonly HashSet<int> judged = [];
    private readonly HashSet<int> same = [];
    private readonly HashSet<int> reached = [];
    private readonly Stack<(PdfObject Before, PdfObject After, int Owner)> open = new();
    private int steps;

    /// <summary>An object that a rule of its own judges, wherever it is met.</summary>
    public void Judge(int number)
    {
        judged.Add(number);
        reached.Add(number);
    }

    /// <summary>An object that some rule has looked at.</summary>
    public void Reach(int number) => reached.Add(number);

    public bool IsReached(int number) => reached.Contains(number);

    /// <summary>True when both values are equal, all the way down.</summary>
    public bool Same(PdfObject? first, PdfObject? second) => FirstDifference(first, second, 0) is null;

    /// <summary>Number of the object in which the values differ first, the given owner's when they differ themselves; null when they do not.</summary>
    public int? FirstDifference(PdfObject? first, PdfObject? second, int owner)
    {
        var entered = new List<int>();
        open.Clear();
        open.Push((first ?? PdfNull.Instance, second ?? PdfNull.Instance, owner));
        while (open.TryPop(out var pair))
        {
            if (Differ(pair.Before, pair.After, pair.Owner, entered) is not { } difference)
                continue;
            // What was entered on the way is not known to be the same.
            foreach (var number in entered)
                same.Remove(number);
            return difference;
        }
        return null;
    }

    /// <summary>Marks everything an old value led to as looked at: the rule that replaced the value answers for it.</summary>
    public void ReachOld(PdfObject? value) => Gather(before, value, null);

    /// <summary>Every object a new value leads to, through objects the older view does not have.</summary>
    public IReadOnlyList<int> NewBelow(PdfObject? value)
    {
        var found = new List<int>();
        Gather(after, value, found);
        return found;
    }

    /// <summary>In how many places of the older view an object is referred to, as far as the trailer leads.</summary>
    public int Uses(int number)
    {
        var uses = 0;
        var seen = new HashSet<int>();
        var waiting = new Stack<PdfObject>();
        waiting.Push(before.Trailer);
        while (waiting.TryPop(out var next))
        {
            Count();
            switch (next)
            {
                case PdfReference reference:
                    if (reference.Number == number)
                        uses++;
                    if (seen.Add(reference.Number))
                        waiting.Push(before.Get(reference));
                    break;
                default:
                    Unfold(next, waiting);
                    break;
            }
        }
        return uses;
    }

    private static void Unfold(PdfObject value, Stack<PdfObject> waiting)
    {
        switch (value)
        {
            case PdfArray array:
                foreach (var item in array.AsSpan())
                    waiting.Push(item);
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

    private void Gather(Revision view, PdfObject? value, List<int>? fresh)
    {
        var seen = new HashSet<int>();
        var waiting = new Stack<PdfObject>();
        if (value is not null)
            waiting.Push(value);
        while (waiting.TryPop(out var next))
        {
            Count();
            switch (next)
            {
                case PdfReference reference:
                    if (judged.Contains(reference.Number) || !seen.Add(reference.Number) || (fresh is not null && Existed(reference.Number)))
                        break;
                    fresh?.Add(reference.Number);
                    reached.Add(reference.Number);
                    waiting.Push(view.Get(reference));
                    break;
                default:
                    Unfold(next, waiting);
                    break;
            }
        }
    }

    public bool Existed(int number) => before.Entry(number) is { Kind: not XrefEntryKind.Free };

    private int? Differ(PdfObject first, PdfObject second, int owner, List<int> entered)
    {
        Count();
        switch (first)
        {
            case PdfReference reference:
                if (second is not PdfReference other || other != reference)
                    return owner;
                if (judged.Contains(reference.Number) || !same.Add(reference.Number))
                    return null;
                entered.Add(reference.Number);
                reached.Add(reference.Number);
                open.Push((before.Get(reference), after.Get(reference), reference.Number));
                return null;
            case PdfArray array:
                if (second is not PdfArray row || row.Count != array.Count)
                    return owner;
                for (var i = 0; i < array.Count; i++)
                    if (Enter(array[i], row[i], owner))
                        return owner;
                return null;
            case PdfDictionary dictionary:
                return second is PdfDictionary entries && !ReferenceEquals(dictionary, entries) ? Entries(dictionary, entries, owner) : second is PdfDictionary ? Entries(dictionary, dictionary, owner) : owner;
            case PdfStream stream:
                if (second is not PdfStream data || !stream.Data.Span.SequenceEqual(data.Data.Span))
                    return owner;
                return Entries(stream.Dictionary, data.Dictionary, owner);
            default:
                return IsSame(first, second) ? null : owner;
        }
    }

    private int? Entries(PdfDictionary first, PdfDictionary second, int owner)
    {
        if (first.DuplicateKeys.Count != second.DuplicateKeys.Count)
            return owner;
        foreach (var entry in first.Entries)
        {
            if (entry.Value is PdfNull)
                continue;
            if (second[entry.Key] is not { } value || Enter(entry.Value, value, owner))
                return owner;
        }
        foreach (var entry in second.Entries)
            if (entry.Value is not PdfNull && !first.Has(entry.Key))
                return owner;
        return null;
    }

    // Leaves are compared at once; only what can hold more is put off. True when they differ.
    private bool Enter(PdfObject first, PdfObject second, int owner)
    {
        if (first is PdfReference or PdfArray or PdfDictionary or PdfStream)
        {
            open.Push((first, second, owner));
            return false;
        }
        return !IsSame(first, second);
    }

    // ISO 32000-2, 7.3.3: where a real number is asked for, a whole one may stand; 612.0 and 612 are one width.
    private static bool IsSame(PdfObject first, PdfObject second) => (first, second) switch
    {
        (PdfInteger whole, PdfReal real) => real.Value == whole.Value,
        (PdfReal real, PdfInteger whole) => real.Value == whole.Value,
        _ => first.Equals(second),
    };

    /// <summary>One step of work: the examination is bounded, and can be given up.</summary>
    public void Count()
    {
        if ((steps & 0xFFF) == 0)
            cancellation.ThrowIfCancellationRequested();
        if (++steps > MaxSteps)
            throw new PdfFormatException(-1, "PdfLimits.Objects", "The revisions are too large to compare");
    }
}
