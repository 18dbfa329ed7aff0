namespace Writ.Scripting;

/// <summary><c>[a, b]</c>.</summary>
internal sealed class ArrayLiteral(SourceRange range, IReadOnlyList<Expression> items) : Expression(range)
{
    public IReadOnlyList<Expression> Items { get; } = items;
    public override IEnumerable<SyntaxNode> Children => Items;

    public override ScriptValue Evaluate(Run run)
    {
        ScriptArray array = new(Items.Count);
        foreach (Expression item in Items)
            array.Items.Add(item.Evaluate(run));
        return array;
    }

    public override void Print(SyntaxPrinter printer) => printer.Write("[").Write(Items, ", ").Write("]");
}
