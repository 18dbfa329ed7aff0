namespace Writ.Scripting;

/// <summary><c>this</c>: the top global object.</summary>
internal sealed class This(SourceRange range) : Path(range)
{
    public override ScriptValue Reach(Run run) => run.Scopes.Top;

    public override void Assign(Run run, ScriptValue value) => throw run.Fault(this, "Cannot set this variable");

    public override void Print(SyntaxPrinter printer) => printer.Write("this");
}
