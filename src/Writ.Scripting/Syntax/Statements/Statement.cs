namespace Writ.Scripting;

internal abstract class Statement(SourceRange range) : SyntaxNode(range)
{
    public abstract void Execute(Run run);
}
