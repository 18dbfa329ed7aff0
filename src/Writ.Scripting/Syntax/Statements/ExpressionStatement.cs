namespace Writ.Scripting;

/// <summary>An expression on its own: prints its value.</summary>
internal sealed class ExpressionStatement(SourceRange range, Expression expression) : Statement(range)
{
    public Expression Expression { get; } = expression;
    public override IEnumerable<SyntaxNode> Children => [Expression];

    public override void Execute(Run run)
    {
        ScriptValue value = Expression.Evaluate(run);
        if (value is not ScriptNull)
            run.Print(value, this);
    }

    public override void Print(SyntaxPrinter printer) => printer.Write(Expression);
}
