namespace Writ.Scripting;

/// <summary><c>for path in list offset:n limit:n reversed ... else ... end</c>, and <c>tablerow</c> with <c>cols:n</c>.</summary>
internal sealed class For(SourceRange range, bool isTable, Expression variable, Expression list, IReadOnlyList<Argument> settings, Block body, Else? otherwise) : Statement(range)
{
    public bool IsTable { get; } = isTable;
    public Expression Variable { get; } = variable;
    public Expression List { get; } = list;
    public IReadOnlyList<Argument> Settings { get; } = settings;
    public Block Body { get; } = body;
    public Else? Otherwise { get; } = otherwise;
    public override IEnumerable<SyntaxNode> Children => [Variable, List, .. Settings, Body, .. Otherwise is null ? [] : (SyntaxNode[])[Otherwise]];

    public override void Execute(Run run) => Looping.Run(run, this);

    public override void Print(SyntaxPrinter printer)
    {
        printer.Write(IsTable ? "tablerow " : "for ").Write(Variable).Write(" in ").Write(List);
        foreach (Argument setting in Settings)
            printer.Write(" ").Write(setting);
        printer.Write("; ").Write(Body);
        if (Otherwise is not null)
            printer.Write((SyntaxNode)Otherwise);
        printer.Write("end");
    }
}
