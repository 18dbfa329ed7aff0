namespace Writ.Scripting;

/// <summary>Members and items of values: reading and writing, by the rules of the dialect.</summary>
internal sealed class Access(Run run)
{
    private readonly ScriptOptions options = run.Options;

    public ScriptValue Member(Member node, ScriptValue target)
    {
        if (target is ScriptNull)
        {
            if (node.ForgivesNull || options.RelaxedTarget)
                return ScriptValue.Null;
            throw run.Fault(node.NameRange, $"Cannot get the member {node} for a null object.");
        }
        if (Find(target, node.Name) is { } found)
            return found;
        if (options.RelaxedMember)
            return ScriptValue.Null;
        throw run.Fault(node.NameRange, target is ScriptNumber or ScriptBool
            ? $"Cannot get or set a member on the primitive `{run.Text(target)}/{target.Kind}` when accessing member: {node.Name}"
            : $"Cannot get member with name {node.Name}.");
    }

    public void SetMember(Member node, ScriptValue target, ScriptValue value)
    {
        switch (target)
        {
            case ScriptNull:
                throw run.Fault(node.NameRange, $"Object `{node.Target}` is null. Cannot access member: {node}");
            case ScriptObject members:
                SetObject(members, node.Name, value, () => run.Fault(node.NameRange, $"Cannot set a value for the readonly member: {node}"));
                return;
            case ScriptArray array when !array.IsFrozen:
                // `arr.size = 1` is accepted and does nothing.
                if (node.Name != "size")
                    array.SetMember(node.Name, value);
                return;
            case ScriptNumber or ScriptBool:
                throw run.Fault(node.NameRange, $"Cannot get or set a member on the primitive `{run.Text(target)}/{target.Kind}` when accessing member: {node.Name}");
            default:
                throw run.Fault(node.NameRange, $"Cannot set a value for the readonly member: {node}");
        }
    }

    public ScriptValue Item(Indexer node, ScriptValue target)
    {
        if (target is ScriptNull)
        {
            if (node.ForgivesNull || options.RelaxedTarget)
                return ScriptValue.Null;
            throw run.Fault(node.Target, $"Object `{node.Target}` is null. Cannot access indexer: {node}");
        }
        ScriptValue index = node.Index.Evaluate(run);
        if (index is ScriptNull)
            return options.NullIndexer ? ScriptValue.Null : throw run.Fault(node.Index, $"Cannot access target `{node.Target}` with a null indexer: {node}");
        switch (target)
        {
            case ScriptObject members:
                return members.TryGet(run.Text(index), out ScriptValue? member) ? member
                    : options.RelaxedMember || options.RelaxedIndexer ? ScriptValue.Null
                    : throw run.Fault(node.Index, $"Cannot access target `{node.Target}` with an indexer: {node.Index}");
            case ScriptArray when index is ScriptText name:
                return Find(target, name.Value) ?? (options.RelaxedMember ? ScriptValue.Null : throw run.Fault(node.Index, $"Cannot get member with name {name.Value}."));
            case ScriptArray array:
                return OfArray(node, array.Items, Conversions.Int(run, index, node.Index));
            case ScriptSequence lazy:
                return OfArray(node, [.. lazy.Walk()], Conversions.Int(run, index, node.Index));
            case ScriptText text:
                return OfText(node, text.Value, Conversions.Int(run, index, node.Index));
            case ScriptNumber or ScriptBool:
                throw run.Fault(node.Target, $"Cannot use the {target.Kind} primitive `{run.Text(target)}` as a list.");
            default:
                return index is ScriptText key && Find(target, key.Value) is { } found ? found : ScriptValue.Null;
        }
    }

    public void SetItem(Indexer node, ScriptValue target, ScriptValue value)
    {
        if (target is ScriptNull)
            throw run.Fault(node.Target, $"Object `{node.Target}` is null. Cannot access indexer: {node}");
        ScriptValue index = node.Index.Evaluate(run);
        if (index is ScriptNull)
            throw run.Fault(node.Index, $"Cannot access target `{node.Target}` with a null indexer: {node}");
        switch (target)
        {
            case ScriptObject members:
                SetObject(members, run.Text(index), value, () => run.Fault(node.Index, $"Cannot set a value for the readonly member `{run.Text(index)}` in the indexer: {node}"));
                return;
            case ScriptArray { IsFrozen: false } array when index is ScriptText name:
                array.SetMember(name.Value, value);
                return;
            case ScriptArray { IsFrozen: false } array:
                int place = Conversions.Int(run, index, node.Index);
                if (place < 0)
                    place += array.Items.Count;
                if (place < 0)
                    return;
                if (place - array.Items.Count >= Math.Max(run.Limits.Loop, 1_000_000))
                    throw run.Fault(node.Index, $"The index {place} is too far beyond the end of the array");
                array.SetItem(place, value);
                return;
            case ScriptSequence lazy when index is not ScriptText:
                SetItem(node, lazy.Keep(), value);
                return;
            case ScriptText:
                throw run.Fault(node.Index, "Cannot replace a character in a string");
            default:
                throw run.Fault(node.Target, $"Cannot use the {target.Kind} `{run.Text(target)}` as a list.");
        }
    }

    /// <summary><c>value.empty?</c>: null for null, true when there is nothing inside.</summary>
    public ScriptValue IsEmpty(ScriptValue value) => value switch
    {
        ScriptNull => ScriptValue.Null,
        ScriptText text => ScriptBool.Of(text.Value.Length == 0),
        ScriptArray array => ScriptBool.Of(array.Items.Count == 0),
        ScriptSequence lazy => ScriptBool.Of(!lazy.Walk().Any()),
        ScriptObject members => ScriptBool.Of(members.Count == 0),
        ScriptEmpty => ScriptBool.True,
        _ => ScriptBool.False,
    };

    /// <summary>The member of that name, or null when the value has none.</summary>
    public ScriptValue? Find(ScriptValue target, string name)
    {
        switch (target)
        {
            case ScriptObject members:
                return members.TryGet(name, out ScriptValue? member) ? member : null;
            case ScriptText text:
                return name == "size" ? ScriptNumber.Whole(text.Value.Length) : null;
            case ScriptArray array:
                return name == "size" ? ScriptNumber.Whole(array.Items.Count)
                    : array.Members is { } extra && extra.TryGetValue(name, out ScriptValue? found) ? found : null;
            case ScriptRange range:
                return name == "size" ? ScriptNumber.Whole(range.Count) : null;
            case ScriptSequence lazy:
                return name == "size" ? ScriptNumber.Whole(lazy.Walk().LongCount()) : null;
            case ScriptDate date:
                return TimeMembers.Of(date.Value, name);
            case ScriptDuration duration:
                return TimeMembers.Of(duration.Value, name);
            default:
                return null;
        }
    }

    private void SetObject(ScriptObject members, string name, ScriptValue value, Func<ScriptException> refuse)
    {
        if (members.IsShared)
            members = run.Scopes.Unshare(members);
        if (!members.CanWrite(name))
            throw refuse();
        members[name] = value;
    }

    private ScriptValue OfArray(Indexer node, List<ScriptValue> items, int index)
    {
        int place = index < 0 ? index + items.Count : index;
        if (place >= 0 && place < items.Count)
            return items[place];
        return options.RelaxedIndexer ? ScriptValue.Null
            : throw run.Fault(node.Index, $"The index {index} is out of bounds [0, {items.Count}] on the `{node.Target}` with the indexer: {node.Index}");
    }

    private ScriptValue OfText(Indexer node, string text, int index)
    {
        int place = index < 0 ? index + text.Length : index;
        if (place < 0)
            return options.RelaxedIndexer ? ScriptValue.Null : throw run.Fault(node.Index, $"The index {index} is out of bounds");
        return place < text.Length ? new ScriptText(text[place].ToString())
            : throw run.Fault(node.Target, "Unexpected exception while accessing target expression: Index was outside the bounds of the array.");
    }
}
