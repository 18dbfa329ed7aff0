namespace Writ.Scripting;

/// <summary><c>for.index</c>, <c>while.first</c>, <c>tablerow.col</c>: what the innermost loop knows about its round.</summary>
internal sealed class LoopMember(SourceRange range, string loop, string name, SourceRange nameRange) : Expression(range)
{
    public string Loop { get; } = loop;
    public string Name { get; } = name;
    public SourceRange NameRange { get; } = nameRange;

    public override ScriptValue Evaluate(Run run) =>
        run.Scopes.FindLoop(Loop) is { } state ? state.Answer(Name)
        : throw run.Fault(NameRange, $"Cannot get the member {Loop}.{Name} for a null object.");

    public override void Print(SyntaxPrinter printer) => printer.Write(Loop + "." + Name);
}
