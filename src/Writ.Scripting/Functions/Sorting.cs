namespace Writ.Scripting;

/// <summary><c>array.sort</c>: stable, ascending, null first; items of different kinds cannot be compared.</summary>
internal static class Sorting
{
    public static ScriptValue Sort(Arguments a)
    {
        if (a.Value(0) is ScriptNull)
            return new ScriptArray();
        if (a.Value(0) is not (ScriptArray or ScriptSequence or ScriptObject or ScriptText))
            return new ScriptArray([a.Value(0)]);
        ScriptValue[] items = [.. a.List(0)!];
        string? member = a.Text(1);
        (ScriptValue Key, ScriptValue Item)[] keyed = [.. items.Select(item => (string.IsNullOrEmpty(member) ? item : Key(a.Run, item, member), item))];
        for (int i = 1; i < keyed.Length; i++)
            Compare(a, keyed[0].Key, keyed[i].Key);
        return new ScriptArray(keyed.OrderBy(static entry => entry.Key, Comparer<ScriptValue>.Create((x, y) => Compare(a, x, y))).Select(static entry => entry.Item));
    }

    private static ScriptValue Key(Run run, ScriptValue item, string member)
    {
        if (run.Access.Find(item, member) is { } exact)
            return exact;
        ScriptValue at = item;
        foreach (string name in member.Split('.'))
        {
            if (run.Access.Find(at, name) is not { } next)
                return ScriptValue.Null;
            at = next;
        }
        return at;
    }

    private static int Compare(Arguments a, ScriptValue x, ScriptValue y)
    {
        if (ReferenceEquals(x, y))
            return 0;
        return (x, y) switch
        {
            (ScriptNull, ScriptNull) => 0,
            (ScriptNull, _) => -1,
            (_, ScriptNull) => 1,
            (ScriptText p, ScriptText q) => TextOrder.Compare(p.Value, q.Value),
            (ScriptNumber p, ScriptNumber q) when p.NumberKind == q.NumberKind => Numbers(p, q),
            (ScriptBool p, ScriptBool q) => p.Value.CompareTo(q.Value),
            (ScriptDate p, ScriptDate q) => p.Value.CompareTo(q.Value),
            (ScriptDuration p, ScriptDuration q) => p.Value.CompareTo(q.Value),
            _ => throw a.Fault("Failed to compare two elements in the array."),
        };
    }

    private static int Numbers(ScriptNumber p, ScriptNumber q) => p.NumberKind switch
    {
        NumberKind.Decimal => p.AsDecimal.CompareTo(q.AsDecimal),
        NumberKind.Float or NumberKind.Double => p.AsDouble.CompareTo(q.AsDouble),
        _ => p.Big.CompareTo(q.Big),
    };
}
