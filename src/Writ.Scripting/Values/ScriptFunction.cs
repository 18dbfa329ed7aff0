namespace Writ.Scripting;

/// <summary>Something that can be called: a builtin, or a function a script defined.</summary>
internal abstract class ScriptFunction : ScriptValue
{
    public override string Kind => "function";

    /// <summary>Runs the function. <paramref name="arguments"/> hold evaluated values with the place each came from.</summary>
    public abstract ScriptValue Call(Run run, CallSite site, ArgumentList arguments);
}
