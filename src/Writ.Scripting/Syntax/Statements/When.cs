namespace Writ.Scripting;

/// <summary><c>when a, b ...</c>.</summary>
internal sealed class When(SourceRange range, IReadOnlyList<Expression> values, Block body) : SyntaxNode(range)
{
    public IReadOnlyList<Expression> Values { get; } = values;
    public Block Body { get; } = body;
    public override IEnumerable<SyntaxNode> Children => [.. Values, Body];

    public bool Matches(Run run, ScriptValue subject)
    {
        foreach (Expression value in Values)
            if (Operating.Apply(run, Operator.Equal, subject, value.Evaluate(run), new Operands(this, Range, this)).IsTrue)
                return true;
        return false;
    }

    public override void Print(SyntaxPrinter printer) => printer.Write("when ").Write(Values, ", ").Write("; ").Write(Body);
}
