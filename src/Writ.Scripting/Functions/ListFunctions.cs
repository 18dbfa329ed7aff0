namespace Writ.Scripting;

/// <summary>The namespace <c>array</c>. Lazy results are walked anew each time.</summary>
internal static class ListFunctions
{
    public static ScriptObject Make() => new FunctionTable()
        .Add("add", "list value", static a => new ScriptArray((a.List(0) ?? []).Append(a.Value(1))))
        .Add("add_range", "list1 list2", Concatenate)
        .Add("concat", "list1 list2", Concatenate)
        .Add("any", "list function args*", Any)
        .Add("compact", "list", static a => Lazily(a, static list => list.Where(static item => item is not ScriptNull)))
        .Add("uniq", "list", static a => Lazily(a, static list => list.Distinct(ValueComparer.Instance)))
        .Add("contains", "list item", static a => ScriptBool.Of((a.List(0) ?? []).Any(item => Lists.Same(item, a.Value(1)))))
        .Add("cycle", "list group?", Cycle)
        .Add("each", "list function", static a => Mapped(a, filter: false))
        .Add("filter", "list function", static a => Mapped(a, filter: true))
        .Add("first", "list", static a => (a.List(0) is null ? null : Lists.TryWalk(a.Value(0)) ?? a.List(0))?.FirstOrDefault() ?? ScriptValue.Null)
        .Add("last", "list", static a => a.Value(0) is ScriptArray array ? array.Items.Count > 0 ? array.Items[^1] : ScriptValue.Null : a.List(0)?.LastOrDefault() ?? ScriptValue.Null)
        .Add("insert_at", "list index value", InsertAt)
        .Add("join", "list delimiter function?", Join)
        .Add("limit", "list count", static a => Cut(a, static (list, count) => list.Take(count)))
        .Add("offset", "list index", static a => Cut(a, static (list, count) => list.Skip(count)))
        .Add("map", "list member", Map)
        .Add("remove_at", "list index", RemoveAt)
        .Add("reverse", "list", static a => a.Value(0) is ScriptNull ? new ScriptArray() : Lazily(a, static list => list.Reverse()))
        .Add("size", "list", Size)
        .Add("sort", "list member?", Sorting.Sort)
        .Close();

    private static ScriptValue Lazily(Arguments a, Func<IEnumerable<ScriptValue>, IEnumerable<ScriptValue>> change)
    {
        if (a.List(0) is null)
            return ScriptValue.Null;
        return new ScriptSequence(() => change(a.List(0)!));
    }

    private static ScriptValue Concatenate(Arguments a)
    {
        bool noFirst = a.List(0) is null;
        bool noSecond = a.List(1) is null;
        if (noFirst && noSecond)
            return ScriptValue.Null;
        return new ScriptSequence(() => (a.List(0) ?? []).Concat(a.List(1) ?? []));
    }

    private static ScriptBool Any(Arguments a)
    {
        if (a.List(0) is not { } list || a.Value(1) is not ScriptFunction function)
            return ScriptBool.False;
        foreach (ScriptValue item in list)
        {
            ArgumentList given = new(1 + a.Rest.Count);
            given.Add(item, a.Site.Place);
            for (int i = 0; i < a.Rest.Count; i++)
                given.Add(a.Rest[i].Value, a.Rest[i].Place);
            if (function.Call(a.Run, a.Site, given) is ScriptBool { Value: true })
                return ScriptBool.True;
        }
        return ScriptBool.False;
    }

    private static ScriptValue Cycle(Arguments a)
    {
        if (a.List(0) is not { } list)
            return ScriptValue.Null;
        ScriptValue[] items = [.. list];
        string group = a.Text(1) ?? string.Join(",", items.Select(a.Run.Text));
        int next = a.Run.Cycles.GetValueOrDefault(group);
        if (items.Length == 0)
            return ScriptValue.Null;
        next %= items.Length;
        a.Run.Cycles[group] = (next + 1) % items.Length;
        return items[next];
    }

    private static ScriptValue Mapped(Arguments a, bool filter)
    {
        if (a.Value(1) is ScriptNull)
            return a.Value(0);
        if (a.List(0) is null)
            return ScriptValue.Null;
        if (a.Value(1) is not ScriptFunction function)
            throw a.Fault(1, $"The argument `{a.Place(1)}` must be a function");
        ScriptValue Apply(ScriptValue item)
        {
            ArgumentList given = new(1);
            given.Add(item, a.Place(0));
            return function.Call(a.Run, a.Site, given);
        }
        return filter
            ? new ScriptSequence(() => a.List(0)!.Where(item => Apply(item).IsTrue))
            : new ScriptSequence(() => a.List(0)!.Select(Apply));
    }

    private static ScriptValue InsertAt(Arguments a)
    {
        int index = Math.Max(0, a.Int(1));
        ScriptArray copy = new(a.List(0) ?? []);
        if (index > copy.Items.Count)
        {
            a.Run.EnterWalk();
            while (copy.Items.Count < index)
            {
                a.Run.CountRound(a.Site.Place, "internal iteration");
                copy.Items.Add(ScriptValue.Null);
            }
            a.Run.LeaveWalk();
        }
        copy.Items.Insert(index, a.Value(2));
        return copy;
    }

    private static ScriptValue Join(Arguments a)
    {
        if (a.List(0) is not { } list)
            return ScriptText.Blank;
        bool strict = a.Run.Options.EscapesPrintedValues;
        ScriptFunction? function = a.Value(2) is ScriptNull ? null : a.Value(2) as ScriptFunction ?? throw a.Fault(2, $"The argument `{a.Place(2)}` must be a function");
        string delimiter = a.Text(1) ?? "";
        List<ScriptValue> items = [];
        long length = 0;
        foreach (ScriptValue item in list)
        {
            ScriptValue piece = item;
            if (function is not null)
            {
                ArgumentList given = new(1);
                given.Add(strict && item is ScriptMarkup ? item : new ScriptText(a.Run.Text(item)), a.Place(0));
                piece = function.Call(a.Run, a.Site, given);
            }
            length += delimiter.Length + (piece is ScriptText text ? text.Value.Length : 1);
            if (a.Run.Limits.Output > 0 && length > a.Run.Limits.Output + delimiter.Length)
                throw a.Fault($"The resulting string length exceeds the configured LimitToString `{a.Run.Limits.Output}`.");
            items.Add(piece);
        }
        if (strict && (a.Value(1) is ScriptMarkup || items.Exists(static item => item is ScriptMarkup)))
            return new ScriptMarkup(string.Join(Operating.AsMarkup(a.Run, a.Value(1)), items.Select(item => Operating.AsMarkup(a.Run, item))));
        return a.Result(string.Join(delimiter, items.Select(a.Run.Text)));
    }

    private static ScriptValue Cut(Arguments a, Func<IEnumerable<ScriptValue>, int, IEnumerable<ScriptValue>> cut)
    {
        if (a.List(0) is null)
            return ScriptValue.Null;
        int count = a.Int(1);
        return new ScriptSequence(() => cut(a.List(0)!, count));
    }

    private static ScriptValue Map(Arguments a)
    {
        if (a.List(0) is null)
            return new ScriptArray();
        if (a.Text(1) is not { } member)
            return ScriptValue.Null;
        return new ScriptSequence(() => a.List(0)!.Select(item => a.Run.Access.Find(item, member)).Where(static found => found is not null)!);
    }

    private static ScriptValue RemoveAt(Arguments a)
    {
        int index = a.Int(1);
        if (a.List(0) is not { } list)
            return new ScriptArray();
        ScriptArray copy = new(list);
        if (index < 0)
            index += copy.Items.Count;
        if (index >= 0 && index < copy.Items.Count)
            copy.Items.RemoveAt(index);
        return copy;
    }

    private static ScriptNumber Size(Arguments a) => ScriptNumber.Whole(a.Value(0) switch
    {
        ScriptArray array => array.Items.Count,
        ScriptObject members => members.Count,
        ScriptSequence lazy => lazy.Walk().LongCount(),
        _ => a.List(0)?.LongCount() ?? 0,
    });
}
