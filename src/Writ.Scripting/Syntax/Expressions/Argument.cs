namespace Writ.Scripting;

/// <summary>One argument of a call, perhaps named: <c>name: value</c>.</summary>
internal sealed class Argument(SourceRange range, string? name, Expression value) : SyntaxNode(range)
{
    public string? Name { get; } = name;
    public Expression Value { get; } = value;
    public override IEnumerable<SyntaxNode> Children => [Value];

    public override void Print(SyntaxPrinter printer)
    {
        if (Name is not null)
            printer.Write(Name).Write(": ");
        printer.Write(Value);
    }
}
