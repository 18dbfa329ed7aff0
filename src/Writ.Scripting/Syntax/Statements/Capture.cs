namespace Writ.Scripting;

/// <summary><c>capture path ... end</c>: stores what the body prints.</summary>
internal sealed class Capture(SourceRange range, Expression target, Block body) : Statement(range)
{
    public Expression Target { get; } = target;
    public Block Body { get; } = body;
    public override IEnumerable<SyntaxNode> Children => [Target, Body];

    public override void Execute(Run run)
    {
        ScriptMarkup captured = run.CaptureBlock(Body);
        if (Target is not Path path)
            throw run.Fault(Target, "Unsupported target expression for assignment.");
        path.Assign(run, captured);
    }

    public override void Print(SyntaxPrinter printer) => printer.Write("capture ").Write(Target).Write("; ").Write(Body).Write("end");
}
