namespace Writ.Scripting;

/// <summary>A node of the syntax tree. Immutable; prints itself so that reading the print gives an equal tree.</summary>
internal abstract class SyntaxNode(SourceRange range)
{
    public SourceRange Range { get; } = range;

    public abstract void Print(SyntaxPrinter printer);

    /// <summary>The nodes below, in the order they stand; for walks such as <see cref="References"/>.</summary>
    public virtual IEnumerable<SyntaxNode> Children => [];

    public override string ToString()
    {
        SyntaxPrinter printer = new();
        Print(printer);
        return printer.ToString();
    }
}
