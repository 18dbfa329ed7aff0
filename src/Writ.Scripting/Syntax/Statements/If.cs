namespace Writ.Scripting;

/// <summary><c>if condition ... else if condition ... else ... end</c>.</summary>
internal sealed class If(SourceRange range, Expression condition, Block then, Statement? otherwise) : Statement(range)
{
    public Expression Condition { get; } = condition;
    public Block Then { get; } = then;

    /// <summary>Another <see cref="If"/>, an <see cref="Else"/>, or nothing.</summary>
    public Statement? Otherwise { get; } = otherwise;
    public override IEnumerable<SyntaxNode> Children => Otherwise is null ? [Condition, Then] : [Condition, Then, Otherwise];

    public override void Execute(Run run)
    {
        If at = this;
        while (!at.Condition.Evaluate(run).IsTrue)
        {
            if (at.Otherwise is If next)
            {
                at = next;
                continue;
            }
            at.Otherwise?.Execute(run);
            return;
        }
        at.Then.Execute(run);
    }

    public override void Print(SyntaxPrinter printer)
    {
        If at = this;
        printer.Write("if ").Write(at.Condition).Write("; ").Write(at.Then);
        while (at.Otherwise is If next)
        {
            at = next;
            printer.Write("else if ").Write(at.Condition).Write("; ").Write(at.Then);
        }
        if (at.Otherwise is not null)
            printer.Write((SyntaxNode)at.Otherwise);
        printer.Write("end");
    }
}
