namespace Writ.Scripting;

/// <summary><c>while condition ... end</c>.</summary>
internal sealed class While(SourceRange range, Expression condition, Block body) : Statement(range)
{
    public Expression Condition { get; } = condition;
    public Block Body { get; } = body;
    public override IEnumerable<SyntaxNode> Children => [Condition, Body];

    public override void Execute(Run run) => Looping.Run(run, this);

    public override void Print(SyntaxPrinter printer) => printer.Write("while ").Write(Condition).Write("; ").Write(Body).Write("end");
}
