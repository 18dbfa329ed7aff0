namespace Writ.Scripting;

/// <summary><c>target.name</c> or <c>target?.name</c>.</summary>
internal sealed class Member(SourceRange range, Expression target, string name, SourceRange nameRange, bool isConditional) : Path(range)
{
    public Expression Target { get; } = target;
    public string Name { get; } = name;
    public SourceRange NameRange { get; } = nameRange;
    public bool IsConditional { get; } = isConditional;
    public override IEnumerable<SyntaxNode> Children => [Target];

    /// <summary>Null passes through here: this link is <c>?.</c> or hangs directly on one.</summary>
    public bool ForgivesNull => IsConditional || Target is Member { ForgivesNull: true };

    public override ScriptValue Reach(Run run) => run.Access.Member(this, Target.Evaluate(run));

    public override void Assign(Run run, ScriptValue value) => run.Access.SetMember(this, Target.Evaluate(run), value);

    public override void Print(SyntaxPrinter printer) => printer.Write(Target).Write(IsConditional ? "?." : ".").Write(Name);
}
