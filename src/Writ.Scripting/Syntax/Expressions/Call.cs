namespace Writ.Scripting;

/// <summary><c>f a b name: c</c> or <c>f(a, b, name: c)</c>.</summary>
internal sealed class Call(SourceRange range, Expression target, IReadOnlyList<Argument> arguments, bool hasParentheses) : Expression(range)
{
    public Expression Target { get; } = target;
    public IReadOnlyList<Argument> Arguments { get; } = arguments;
    public bool HasParentheses { get; } = hasParentheses;
    public override IEnumerable<SyntaxNode> Children => [Target, .. Arguments];

    public override ScriptValue Evaluate(Run run) => run.Call(this, source: null, block: null);

    public override void Print(SyntaxPrinter printer)
    {
        printer.Write(Target);
        if (HasParentheses)
            printer.Write("(").Write(Arguments, ", ").Write(")");
        else
            printer.Write(" ").Write(Arguments, " ");
    }
}
