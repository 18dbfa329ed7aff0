using System.Diagnostics.CodeAnalysis;

namespace Writ.Scripting;

/// <summary>Named members in the order of their insertion.</summary>
public sealed class ScriptObject : ScriptValue
{
    private readonly OrderedDictionary<string, ScriptValue> members;
    private HashSet<string>? readOnly;

    public ScriptObject()
        : this(StringComparer.Ordinal)
    {
    }

    /// <param name="names">How member names are compared; ordinal unless told otherwise.</param>
    public ScriptObject(StringComparer names) => members = new(names);

    private ScriptObject(IEqualityComparer<string> names) => members = new(names);

    public override string Kind => "object";

    public int Count => members.Count;

    /// <summary>A frozen object refuses every write by a script; shared models are frozen.</summary>
    public bool IsFrozen { get; private set; }

    /// <summary>Names a builtin namespace: a script that writes into it gets its own copy.</summary>
    internal bool IsShared { get; init; }

    public IEnumerable<string> Names => members.Keys;

    /// <summary>The member, or null when it is absent; writing adds or replaces.</summary>
    public ScriptValue this[string name]
    {
        get => members.TryGetValue(name, out ScriptValue? value) ? value : Null;
        set => members[name] = value;
    }

    /// <summary>A builtin namespace, or a render's own copy of one.</summary>
    internal bool IsBuiltin { get; init; }

    internal IEnumerable<KeyValuePair<string, ScriptValue>> Pairs => members;

    public bool TryGet(string name, [MaybeNullWhen(false)] out ScriptValue value) => members.TryGetValue(name, out value);

    public bool Has(string name) => members.ContainsKey(name);

    /// <summary>Freezes this object and everything below it; afterwards many renders may share it.</summary>
    public ScriptObject Freeze()
    {
        if (IsFrozen)
            return this;
        IsFrozen = true;
        foreach ((_, ScriptValue value) in members)
            FreezeValue(value);
        return this;
    }

    internal static void FreezeValue(ScriptValue value)
    {
        switch (value)
        {
            case ScriptObject inner:
                inner.Freeze();
                break;
            case ScriptArray array:
                array.Freeze();
                break;
        }
    }

    internal bool CanWrite(string name) => !IsFrozen && readOnly?.Contains(name) != true;

    internal void Remove(string name) => members.Remove(name);

    internal void MarkReadOnly(string name) => (readOnly ??= new(members.Comparer)).Add(name);

    internal ScriptObject Copy()
    {
        ScriptObject copy = new(members.Comparer) { IsBuiltin = IsBuiltin };
        foreach ((string name, ScriptValue value) in members)
            copy.members.Add(name, value);
        if (readOnly is not null)
            copy.readOnly = new(readOnly, members.Comparer);
        return copy;
    }
}
