namespace Writ.Scripting;

/// <summary>Statements in order, up to the <c>end</c> or <c>else</c> that closes them.</summary>
internal sealed class Block(SourceRange range, IReadOnlyList<Statement> statements) : SyntaxNode(range)
{
    private readonly Statement[] run = [.. statements];

    public IReadOnlyList<Statement> Statements => run;
    public override IEnumerable<SyntaxNode> Children => run;

    public void Execute(Run state)
    {
        string indent = state.Output.Indent;
        foreach (Statement statement in run)
        {
            if (statement is Passage passage)
            {
                state.Output.Indent = indent;
                passage.Execute(state);
            }
            else
                state.Execute(statement);
            if (state.Flow != Flow.Onward)
                break;
        }
        state.Output.Indent = indent;
    }

    public override void Print(SyntaxPrinter printer) => printer.Write(this);
}
