namespace Writ.Scripting;

/// <summary><c>++x</c>, <c>x++</c>, <c>--x</c>, <c>x--</c>.</summary>
internal sealed class Increment(SourceRange range, Path operand, SourceRange signRange, bool isDecrement, bool isPrefix) : Expression(range)
{
    public Path Operand { get; } = operand;
    public SourceRange SignRange { get; } = signRange;
    public bool IsDecrement { get; } = isDecrement;
    public bool IsPrefix { get; } = isPrefix;
    public override IEnumerable<SyntaxNode> Children => [Operand];

    public override ScriptValue Evaluate(Run run)
    {
        ScriptValue before = Operand.Evaluate(run);
        if (before is ScriptNull)
            throw run.Fault(Operand, $"Operator `{(IsDecrement ? '-' : '+')}` is not supported");
        ScriptValue after = Operating.Apply(run, IsDecrement ? Operator.Subtract : Operator.Add, before, ScriptNumber.Whole(1), new Operands(Operand, SignRange, Operand));
        Operand.Assign(run, after);
        return IsPrefix ? after : before;
    }

    public override void Print(SyntaxPrinter printer)
    {
        string sign = IsDecrement ? "--" : "++";
        if (IsPrefix)
            printer.Write(sign).Write(Operand);
        else
            printer.Write(Operand).Write(sign);
    }
}
