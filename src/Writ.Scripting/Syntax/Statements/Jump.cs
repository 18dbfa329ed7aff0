namespace Writ.Scripting;

/// <summary><c>break</c> or <c>continue</c>.</summary>
internal sealed class Jump(SourceRange range, bool isBreak) : Statement(range)
{
    public bool IsBreak { get; } = isBreak;

    public override void Execute(Run run)
    {
        if (!run.CanJump)
            throw run.Fault(this, $"The <{(IsBreak ? "break" : "continue")}> statement can only be used inside for/while loops");
        run.Flow = IsBreak ? Flow.Break : Flow.Continue;
    }

    public override void Print(SyntaxPrinter printer) => printer.Write(IsBreak ? "break" : "continue");
}
