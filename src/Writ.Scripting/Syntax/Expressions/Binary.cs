using System.Runtime.CompilerServices;

namespace Writ.Scripting;

/// <summary><c>left operator right</c>.</summary>
internal sealed class Binary(SourceRange range, Expression left, Operator kind, SourceRange signRange, Expression right) : Expression(range)
{
    public Expression Left { get; } = left;
    public Operator Kind { get; } = kind;
    public SourceRange SignRange { get; } = signRange;
    public Expression Right { get; } = right;
    public override IEnumerable<SyntaxNode> Children => [Left, Right];

    public override ScriptValue Evaluate(Run run)
    {
        // A long chain of operators is a deep tree on its left side.
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw run.Fault(this, "The expression is too deeply nested");
        // Both sides are looked at before a pipe that leads nowhere is refused.
        if (Left is Pipe pipe && !run.LeadsToFunction(pipe))
            Right.Evaluate(run);
        ScriptValue left = Left.Evaluate(run);
        switch (Kind)
        {
            case Operator.And:
                return ScriptBool.Of(left.IsTrue && Right.Evaluate(run).IsTrue);
            case Operator.Or:
                return ScriptBool.Of(left.IsTrue || Right.Evaluate(run).IsTrue);
            default:
                return Operating.Apply(run, Kind, left, Right.Evaluate(run), new Operands(Left, SignRange, Right));
        }
    }

    public override void Print(SyntaxPrinter printer) => printer.Write(Left).Write($" {Operators.Sign(Kind)} ").Write(Right);
}
