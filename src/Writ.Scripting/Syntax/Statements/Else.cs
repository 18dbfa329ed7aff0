namespace Writ.Scripting;

/// <summary><c>else ...</c> of an <c>if</c>, <c>case</c> or <c>for</c>.</summary>
internal sealed class Else(SourceRange range, Block body) : Statement(range)
{
    public Block Body { get; } = body;
    public override IEnumerable<SyntaxNode> Children => [Body];

    public override void Execute(Run run) => Body.Execute(run);

    public override void Print(SyntaxPrinter printer) => printer.Write("else; ").Write(Body);
}
