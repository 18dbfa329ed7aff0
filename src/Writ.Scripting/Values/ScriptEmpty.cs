namespace Writ.Scripting;

/// <summary>The builtin <c>empty</c> (also <c>blank</c>): <c>x == empty</c> asks whether x is empty.</summary>
internal sealed class ScriptEmpty : ScriptValue
{
    public static readonly ScriptEmpty Instance = new();

    private ScriptEmpty()
    {
    }

    public override string Kind => "object";
    public override bool IsTrue => false;
}
