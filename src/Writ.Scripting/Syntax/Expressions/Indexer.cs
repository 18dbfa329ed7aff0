namespace Writ.Scripting;

/// <summary><c>target[index]</c>; <c>$0</c> is written for <c>$[0]</c>.</summary>
internal sealed class Indexer(SourceRange range, Expression target, Expression index, bool isArgument) : Path(range)
{
    public Expression Target { get; } = target;
    public Expression Index { get; } = index;
    public bool IsArgument { get; } = isArgument;
    public override IEnumerable<SyntaxNode> Children => [Target, Index];

    /// <summary>Some link of the path before is <c>?.</c>.</summary>
    public bool ForgivesNull => Forgives(Target);

    public override ScriptValue Reach(Run run) => run.Access.Item(this, Target.Evaluate(run));

    public override void Assign(Run run, ScriptValue value) => run.Access.SetItem(this, Target.Evaluate(run), value);

    public override void Print(SyntaxPrinter printer)
    {
        if (IsArgument)
            printer.Write("$").Write(Index);
        else
            printer.Write(Target).Write("[").Write(Index).Write("]");
    }

    private static bool Forgives(Expression target) => target switch
    {
        Member member => member.IsConditional || Forgives(member.Target),
        Indexer indexer => Forgives(indexer.Target),
        _ => false,
    };
}
