namespace Writ.Scripting;

internal sealed class ScriptBool : ScriptValue
{
    public static readonly ScriptBool True = new(true);
    public static readonly ScriptBool False = new(false);

    private ScriptBool(bool value) => Value = value;

    public bool Value { get; }
    public override string Kind => "bool";
    public override bool IsTrue => Value;

    public static ScriptBool Of(bool value) => value ? True : False;
}
