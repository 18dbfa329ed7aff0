namespace Writ.Scripting;

/// <summary><c>do ... end</c> as a value.</summary>
internal sealed class AnonymousFunction(SourceRange range, FunctionBody body) : Expression(range)
{
    public FunctionBody Body { get; } = body;
    public override IEnumerable<SyntaxNode> Children => [Body];

    public override ScriptValue Evaluate(Run run) => new UserFunction(Body);

    public override void Print(SyntaxPrinter printer) => printer.Write(Body);
}
