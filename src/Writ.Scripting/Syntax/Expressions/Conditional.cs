namespace Writ.Scripting;

/// <summary><c>condition ? yes : no</c>.</summary>
internal sealed class Conditional(SourceRange range, Expression condition, Expression yes, Expression no) : Expression(range)
{
    public Expression Condition { get; } = condition;
    public Expression Yes { get; } = yes;
    public Expression No { get; } = no;
    public override IEnumerable<SyntaxNode> Children => [Condition, Yes, No];

    public override ScriptValue Evaluate(Run run) => Condition.Evaluate(run).IsTrue ? Yes.Evaluate(run) : No.Evaluate(run);

    public override void Print(SyntaxPrinter printer) => printer.Write(Condition).Write(" ? ").Write(Yes).Write(" : ").Write(No);
}
