namespace Writ.Scripting;

/// <summary><c>name</c>, <c>name = literal</c> or <c>name...</c> in a function's declaration.</summary>
internal sealed class Parameter(SourceRange range, string name, Literal? standard, bool isVariadic) : SyntaxNode(range)
{
    public string Name { get; } = name;
    public Literal? Standard { get; } = standard;
    public bool IsVariadic { get; } = isVariadic;
    public override IEnumerable<SyntaxNode> Children => Standard is null ? [] : [Standard];

    public override void Print(SyntaxPrinter printer)
    {
        printer.Write(Name);
        if (Standard is not null)
            printer.Write(" = ").Write(Standard);
        if (IsVariadic)
            printer.Write("...");
    }
}
