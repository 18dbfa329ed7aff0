namespace Writ.Scripting;

internal sealed class ScriptDate(DateTime value) : ScriptValue
{
    public DateTime Value { get; } = value;
    public override string Kind => "DateTime";
}
