namespace Writ.Scripting;

/// <summary><c>with object ... end</c>: the object becomes the top global object.</summary>
internal sealed class With(SourceRange range, Expression value, Block body) : Statement(range)
{
    public Expression Value { get; } = value;
    public Block Body { get; } = body;
    public override IEnumerable<SyntaxNode> Children => [Value, Body];

    public override void Execute(Run run)
    {
        ScriptValue value = Value.Evaluate(run);
        if (value is not ScriptObject members)
            throw run.Fault(Value, $"Invalid target property `{Value}` used for [with] statement. Must be a ScriptObject instead of `{value.Kind}`");
        run.RunWith(members, Body);
    }

    public override void Print(SyntaxPrinter printer) => printer.Write("with ").Write(Value).Write("; ").Write(Body).Write("end");
}
