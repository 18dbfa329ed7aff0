namespace Writ.Scripting;

/// <summary><c>( expression )</c>.</summary>
internal sealed class Parenthesis(SourceRange range, Expression inner) : Path(range)
{
    public Expression Inner { get; } = inner;
    public override IEnumerable<SyntaxNode> Children => [Inner];

    // `(@f) a` calls f with a; `(@f)` on its own calls it without arguments.
    public override ScriptValue Reach(Run run) => Inner.Evaluate(run);

    public override void Assign(Run run, ScriptValue value)
    {
        if (Inner is not Path path)
            throw run.Fault(Inner, "Unsupported target expression for assignment.");
        path.Assign(run, value);
    }

    public override void Print(SyntaxPrinter printer) => printer.Write("(").Write(Inner).Write(")");
}
