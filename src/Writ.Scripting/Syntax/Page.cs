namespace Writ.Scripting;

/// <summary>A whole template.</summary>
internal sealed class Page(SourceRange range, Block? front, Block body) : SyntaxNode(range)
{
    /// <summary>The code between the lines <c>+++</c>, when there is some.</summary>
    public Block? Front { get; } = front;
    public Block Body { get; } = body;
    public override IEnumerable<SyntaxNode> Children => Front is null ? [Body] : [Front, Body];

    public override void Print(SyntaxPrinter printer)
    {
        if (Front is not null)
            printer.Write("+++\n").Write(Front).Write("\n+++\n");
        printer.Write(Body);
    }
}
