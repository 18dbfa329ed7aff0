namespace Writ.Scripting;

internal sealed class ScriptText(string value) : ScriptValue
{
    public static readonly ScriptText Blank = new("");

    public string Value { get; } = value;
    public override string Kind => "string";
}
