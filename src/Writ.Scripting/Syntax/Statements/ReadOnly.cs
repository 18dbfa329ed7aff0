namespace Writ.Scripting;

/// <summary><c>readonly name</c>.</summary>
internal sealed class ReadOnly(SourceRange range, Path target) : Statement(range)
{
    public Path Target { get; } = target;
    public override IEnumerable<SyntaxNode> Children => [Target];

    public override void Execute(Run run) => run.Scopes.MarkReadOnly(Target);

    public override void Print(SyntaxPrinter printer) => printer.Write("readonly ").Write(Target);
}
