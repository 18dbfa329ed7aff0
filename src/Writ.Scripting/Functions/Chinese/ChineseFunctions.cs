namespace Writ.Scripting;

/// <summary>The namespace <c>cn</c>: what Chinese writs need.</summary>
internal static class ChineseFunctions
{
    public static ScriptObject Make() => new FunctionTable().Close();
}
