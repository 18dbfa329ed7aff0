namespace Writ.Scripting;

internal sealed class ScriptArray : ScriptValue
{
    public ScriptArray(int capacity = 0) => Items = new List<ScriptValue>(capacity);

    public ScriptArray(IEnumerable<ScriptValue> items) => Items = [.. items];

    public List<ScriptValue> Items { get; }

    /// <summary>Members an array may carry beside its items (<c>arr.x = 1</c>); never printed.</summary>
    public Dictionary<string, ScriptValue>? Members { get; private set; }

    /// <summary>Changes with every write, so that a loop notices that its list moved under it.</summary>
    public int Edition { get; private set; }

    public bool IsFrozen { get; private set; }

    public override string Kind => "array";

    public void SetMember(string name, ScriptValue value) => (Members ??= new(StringComparer.Ordinal))[name] = value;

    public void SetItem(int index, ScriptValue value)
    {
        while (Items.Count <= index)
            Items.Add(Null);
        Items[index] = value;
        Edition = unchecked(Edition + 1);
    }

    public void Freeze()
    {
        if (IsFrozen)
            return;
        IsFrozen = true;
        foreach (ScriptValue item in Items)
            ScriptObject.FreezeValue(item);
    }
}
