namespace Writ.Scripting;

/// <summary>The variable and the state of a running loop.</summary>
internal sealed class LoopScope(string? name, LoopState state)
{
    /// <summary>Null when the loop runs over a member or a local.</summary>
    public string? Name { get; } = name;
    public ScriptValue Value { get; set; } = ScriptValue.Null;
    public LoopState State { get; } = state;
}
