namespace Writ.Scripting;

/// <summary>A lazy list: walked anew each time it is asked.</summary>
internal class ScriptSequence(Func<IEnumerable<ScriptValue>> walk) : ScriptValue
{
    public override string Kind => "range";

    public virtual IEnumerable<ScriptValue> Walk() => walk();
}
