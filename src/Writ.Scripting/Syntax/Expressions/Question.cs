namespace Writ.Scripting;

/// <summary><c>value.empty?</c> or <c>value.blank?</c>.</summary>
internal sealed class Question(SourceRange range, Expression target, string name) : Expression(range)
{
    public Expression Target { get; } = target;
    public string Name { get; } = name;
    public override IEnumerable<SyntaxNode> Children => [Target];

    public override ScriptValue Evaluate(Run run) => run.Access.IsEmpty(Target.Evaluate(run));

    public override void Print(SyntaxPrinter printer) => printer.Write(Target).Write("." + Name + "?");
}
