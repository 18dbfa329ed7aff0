namespace Writ.Scripting;

/// <summary>A function's parameters (null: it takes any arguments in <c>$</c>) and what it runs: a block, or one expression.</summary>
internal sealed class FunctionBody(SourceRange range, string? name, IReadOnlyList<Parameter>? parameters, Block? block, Expression? expression) : SyntaxNode(range)
{
    /// <summary>Null for <c>do ... end</c>.</summary>
    public string? Name { get; } = name;
    public IReadOnlyList<Parameter>? Parameters { get; } = parameters;
    public Block? Block { get; } = block;
    public Expression? Expression { get; } = expression;

    /// <summary>A <c>ret</c> with a value stands somewhere in the body.</summary>
    public bool Answers { get; } = expression is not null || (block is not null && FindsReturn(block));

    public override IEnumerable<SyntaxNode> Children => [.. Parameters ?? [], .. Block is null ? [] : (SyntaxNode[])[Block], .. Expression is null ? [] : (SyntaxNode[])[Expression]];

    public override void Print(SyntaxPrinter printer)
    {
        printer.Write(Expression is not null ? Name! : Name is null ? "do" : "func " + Name);
        if (Parameters is not null)
            printer.Write("(").Write(Parameters, ", ").Write(")");
        if (Expression is not null)
            printer.Write(" = ").Write(Expression);
        else
            printer.Write("; ").Write(Block!).Write("end");
    }

    private static bool FindsReturn(SyntaxNode node)
    {
        Stack<SyntaxNode> waiting = new([node]);
        while (waiting.TryPop(out SyntaxNode? next))
        {
            if (next is Return { Value: not null })
                return true;
            foreach (SyntaxNode child in next.Children)
                if (child is not FunctionBody)
                    waiting.Push(child);
        }
        return false;
    }
}
