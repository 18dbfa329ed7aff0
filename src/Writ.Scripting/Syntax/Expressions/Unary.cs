namespace Writ.Scripting;

/// <summary><c>!a</c>, <c>-a</c>, <c>+a</c>, <c>@a</c> (the function itself), <c>^a</c> (spread into arguments).</summary>
internal sealed class Unary(SourceRange range, char sign, Expression operand) : Expression(range)
{
    public char Sign { get; } = sign;
    public Expression Operand { get; } = operand;
    public override IEnumerable<SyntaxNode> Children => [Operand];

    public override ScriptValue Evaluate(Run run) => Sign switch
    {
        '!' => ScriptBool.Of(!Operand.Evaluate(run).IsTrue),
        '@' => Operand.Reach(run),
        '^' => Operand.Evaluate(run),
        _ => Arithmetic.Sign(run, Sign, Operand.Evaluate(run), Operand),
    };

    // `- -x` must not read as a decrement.
    public override void Print(SyntaxPrinter printer) => printer.Write(Sign.ToString()).Write(Operand is Unary or Increment ? " " : "").Write(Operand);
}
