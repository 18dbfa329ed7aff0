namespace Writ.Scripting;

/// <summary>A name looked up in loops, function scopes and the stack of global objects.</summary>
internal sealed class Variable(SourceRange range, string name) : Path(range)
{
    public string Name { get; } = name;

    public override ScriptValue Reach(Run run) => run.Scopes.Find(Name) is { } found ? found : run.Unknown(this);

    public override void Assign(Run run, ScriptValue value) => run.Scopes.Assign(this, Name, value);

    public override void Print(SyntaxPrinter printer) => printer.Write(Name);
}
