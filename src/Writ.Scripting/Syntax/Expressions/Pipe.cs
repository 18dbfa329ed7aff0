namespace Writ.Scripting;

/// <summary><c>source | function</c>: the source becomes the first argument.</summary>
internal sealed class Pipe(SourceRange range, Expression source, Expression target) : Expression(range)
{
    public Expression Source { get; } = source;
    public Expression Target { get; } = target;
    public override IEnumerable<SyntaxNode> Children => [Source, Target];

    public override ScriptValue Evaluate(Run run) => run.CallPiped(this);

    public override void Print(SyntaxPrinter printer) => printer.Write(Source).Write(" | ").Write(Target);
}
