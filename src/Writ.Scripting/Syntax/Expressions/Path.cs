namespace Writ.Scripting;

/// <summary>What can stand left of <c>=</c>: a variable, a member, an item, or one of these in parentheses.</summary>
internal abstract class Path(SourceRange range) : Expression(range)
{
    public abstract void Assign(Run run, ScriptValue value);

    public override ScriptValue Evaluate(Run run)
    {
        ScriptValue value = Reach(run);
        return value is ScriptFunction function ? run.CallBare(function, this) : value;
    }
}
