namespace Writ.Scripting;

/// <summary><c>$name</c>, or <c>$</c>: the arguments of the running function.</summary>
internal sealed class Local(SourceRange range, string name) : Path(range)
{
    /// <summary>Without the sign; "" for the arguments.</summary>
    public string Name { get; } = name;

    public override ScriptValue Reach(Run run) => run.Scopes.FindLocal(Name) is { } found ? found : run.UnknownLocal(this);

    public override void Assign(Run run, ScriptValue value) => run.Scopes.AssignLocal(this, Name, value);

    public override void Print(SyntaxPrinter printer) => printer.Write("$" + Name);
}
