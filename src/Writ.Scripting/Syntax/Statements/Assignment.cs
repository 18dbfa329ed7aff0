namespace Writ.Scripting;

/// <summary><c>path = value</c> or <c>path += value</c>.</summary>
internal sealed class Assignment(SourceRange range, Expression target, Operator kind, SourceRange signRange, Expression value) : Statement(range)
{
    public Expression Target { get; } = target;

    /// <summary><see cref="Operator.None"/> for the plain assignment.</summary>
    public Operator Kind { get; } = kind;
    public SourceRange SignRange { get; } = signRange;
    public Expression Value { get; } = value;
    public override IEnumerable<SyntaxNode> Children => [Target, Value];

    public override void Execute(Run run)
    {
        ScriptValue value = Kind == Operator.None
            ? Value.Evaluate(run)
            : Operating.Apply(run, Kind, Target.Evaluate(run), Value.Evaluate(run), new Operands(Target, SignRange, Value));
        if (Target is not Path path)
            throw run.Fault(Target, "Unsupported target expression for assignment.");
        path.Assign(run, value);
    }

    public override void Print(SyntaxPrinter printer) => printer.Write(Target).Write($" {Operators.Sign(Kind)}= ").Write(Value);
}
