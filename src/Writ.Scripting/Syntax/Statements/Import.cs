namespace Writ.Scripting;

/// <summary><c>import object</c>: copies members into the top global object.</summary>
internal sealed class Import(SourceRange range, Expression value) : Statement(range)
{
    public Expression Value { get; } = value;
    public override IEnumerable<SyntaxNode> Children => [Value];

    public override void Execute(Run run)
    {
        ScriptValue value = Value.Evaluate(run);
        if (value is ScriptNull)
            return;
        if (value is not ScriptObject members)
            throw run.Fault(Value, $"Unexpected value `{value.Kind}` for import. Expecting an plain script object.");
        ScriptObject top = run.Scopes.Top;
        foreach ((string name, ScriptValue member) in members.Pairs)
            if (top.CanWrite(name))
                top[name] = member;
    }

    public override void Print(SyntaxPrinter printer) => printer.Write("import ").Write(Value);
}
