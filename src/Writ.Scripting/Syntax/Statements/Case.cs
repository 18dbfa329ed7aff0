namespace Writ.Scripting;

/// <summary><c>case value when a, b ... else ... end</c>: the first match wins. Expressions before the first <c>when</c> run and print.</summary>
internal sealed class Case(SourceRange range, Expression value, Block before, IReadOnlyList<When> choices, Else? otherwise) : Statement(range)
{
    public Expression Value { get; } = value;
    public Block Before { get; } = before;
    public IReadOnlyList<When> Choices { get; } = choices;
    public Else? Otherwise { get; } = otherwise;
    public override IEnumerable<SyntaxNode> Children => [Value, Before, .. Choices, .. Otherwise is null ? [] : (SyntaxNode[])[Otherwise]];

    public override void Execute(Run run)
    {
        ScriptValue value = Value.Evaluate(run);
        Before.Execute(run);
        if (run.Flow != Flow.Onward)
            return;
        foreach (When choice in Choices)
        {
            if (!choice.Matches(run, value))
                continue;
            choice.Body.Execute(run);
            return;
        }
        Otherwise?.Execute(run);
    }

    public override void Print(SyntaxPrinter printer)
    {
        printer.Write("case ").Write(Value).Write("; ").Write(Before).Write(Choices, "");
        if (Otherwise is not null)
            printer.Write((SyntaxNode)Otherwise);
        printer.Write("end");
    }
}
