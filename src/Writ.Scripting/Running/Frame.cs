namespace Writ.Scripting;

/// <summary>What lives as long as a page, an include, a call or a <c>with</c> body: the <c>$</c> names and, in functions with parameters, their own scopes.</summary>
internal sealed class Frame
{
    public ScriptValue? Arguments { get; set; }
    public Dictionary<string, ScriptValue>? Locals { get; set; }
    public HashSet<string>? ReadOnlyLocals { get; set; }
    public Block? Delegate { get; init; }

    /// <summary>The frame of the <c>wrap</c> that handed the delegate over.</summary>
    public Frame? DelegateFrame { get; init; }

    /// <summary>Parameter objects and loops of the running function; null outside of functions with parameters.</summary>
    public List<object>? Scopes { get; set; }

    /// <summary>Loops around the running statement.</summary>
    public int Loops { get; set; }
}
