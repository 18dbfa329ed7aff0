namespace Writ.Scripting;

/// <summary>A lazy list: walked anew each time it is asked. Writing an item makes it keep its items from then on.</summary>
internal class ScriptSequence(Func<IEnumerable<ScriptValue>> walk) : ScriptValue
{
    private ScriptArray? kept;

    public override string Kind => "range";

    public IEnumerable<ScriptValue> Walk() => kept is null ? Items() : kept.Items;

    /// <summary>The items as an array that replaces the laziness.</summary>
    public ScriptArray Keep() => kept ??= new ScriptArray(Items());

    protected virtual IEnumerable<ScriptValue> Items() => walk();
}
