namespace Writ.Scripting;

/// <summary><c>wrap function arguments ... end</c>: calls the function with the block as <c>$$</c>.</summary>
internal sealed class Wrap(SourceRange range, Expression target, Block body) : Statement(range)
{
    public Expression Target { get; } = target;
    public Block Body { get; } = body;
    public override IEnumerable<SyntaxNode> Children => [Target, Body];

    public override void Execute(Run run)
    {
        ScriptValue answer = run.CallWrapped(this);
        if (answer is not ScriptNull)
            run.Print(answer, this);
    }

    public override void Print(SyntaxPrinter printer) => printer.Write("wrap ").Write(Target).Write("; ").Write(Body).Write("end");
}
