namespace Writ.Scripting;

internal abstract class Expression(SourceRange range) : SyntaxNode(range)
{
    /// <summary>The value; a function found under a name is called without arguments.</summary>
    public abstract ScriptValue Evaluate(Run run);

    /// <summary>The value itself: a function is not called.</summary>
    public virtual ScriptValue Reach(Run run) => Evaluate(run);
}
