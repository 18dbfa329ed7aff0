namespace Writ.Scripting;

internal sealed class ScriptNull : ScriptValue
{
    public static readonly ScriptNull Instance = new();

    private ScriptNull()
    {
    }

    public override string Kind => "null";
    public override bool IsTrue => false;
}
