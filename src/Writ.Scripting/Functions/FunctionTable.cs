namespace Writ.Scripting;

/// <summary>Collects the functions of one namespace; all its members are read-only.</summary>
internal sealed class FunctionTable
{
    private readonly ScriptObject members = new() { IsShared = true, IsBuiltin = true };

    public FunctionTable Add(string name, string signature, Func<Arguments, ScriptValue> body) => Add(name, new BuiltinFunction(signature, body));

    public FunctionTable Add(string name, ScriptValue value, bool isReadOnly = true)
    {
        members[name] = value;
        if (isReadOnly)
            members.MarkReadOnly(name);
        return this;
    }

    public ScriptObject Close() => members;
}
