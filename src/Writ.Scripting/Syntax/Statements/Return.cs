namespace Writ.Scripting;

/// <summary><c>ret value</c>.</summary>
internal sealed class Return(SourceRange range, Expression? value) : Statement(range)
{
    public Expression? Value { get; } = value;
    public override IEnumerable<SyntaxNode> Children => Value is null ? [] : [Value];

    public override void Execute(Run run)
    {
        run.Answer = Value?.Evaluate(run) ?? ScriptValue.Null;
        run.Flow = Flow.Return;
    }

    public override void Print(SyntaxPrinter printer)
    {
        printer.Write("ret");
        if (Value is not null)
            printer.Write(" ").Write(Value);
    }
}
