using System.Runtime.CompilerServices;
using System.Text;

namespace Writ.Scripting;

/// <summary>Collects the source text of a syntax tree.</summary>
internal sealed class SyntaxPrinter
{
    private readonly StringBuilder text = new();

    public SyntaxPrinter Write(string piece)
    {
        text.Append(piece);
        return this;
    }

    public SyntaxPrinter Write(SyntaxNode node)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new ScriptException(node.Range.Source.Locate(node.Range.Start), "The template is too deeply nested to be printed");
        node.Print(this);
        return this;
    }

    public SyntaxPrinter Write<TNode>(IReadOnlyList<TNode> nodes, string separator)
        where TNode : SyntaxNode
    {
        for (int i = 0; i < nodes.Count; i++)
        {
            if (i > 0)
                text.Append(separator);
            Write(nodes[i]);
        }
        return this;
    }

    /// <summary>A block's statements, each closed by a semicolon.</summary>
    public SyntaxPrinter Write(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            Write((SyntaxNode)statement);
            if (statement is not Passage)
                text.Append("; ");
        }
        return this;
    }

    public override string ToString() => text.ToString();
}
