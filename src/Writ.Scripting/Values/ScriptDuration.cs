namespace Writ.Scripting;

internal sealed class ScriptDuration(TimeSpan value) : ScriptValue
{
    public TimeSpan Value { get; } = value;
    public override string Kind => "TimeSpan";
}
