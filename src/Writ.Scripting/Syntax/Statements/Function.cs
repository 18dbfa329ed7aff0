namespace Writ.Scripting;

/// <summary><c>func name(a, b) ... end</c> or <c>name(a, b) = expression</c>: stores a function in a variable.</summary>
internal sealed class Function(SourceRange range, Path target, FunctionBody body) : Statement(range)
{
    public Path Target { get; } = target;
    public FunctionBody Body { get; } = body;
    public override IEnumerable<SyntaxNode> Children => [Target, Body];

    public override void Execute(Run run) => Target.Assign(run, new UserFunction(Body));

    public override void Print(SyntaxPrinter printer) => printer.Write(Body);
}
