namespace Writ.Scripting;

/// <summary><c>{name: value, "other name": value}</c>; members already made are visible by name to the later ones.</summary>
internal sealed class ObjectLiteral(SourceRange range, IReadOnlyList<ObjectMember> members) : Expression(range)
{
    public IReadOnlyList<ObjectMember> Members { get; } = members;
    public override IEnumerable<SyntaxNode> Children => Members;

    public override ScriptValue Evaluate(Run run)
    {
        ScriptObject made = new();
        if (Members.Count == 0)
            return made;
        run.Scopes.Push(made);
        foreach (ObjectMember member in Members)
        {
            ScriptValue value = member.Value.Evaluate(run);
            made[member.Name] = value;
        }
        run.Scopes.Pop();
        return made;
    }

    public override void Print(SyntaxPrinter printer) => printer.Write("{").Write(Members, ", ").Write("}");
}
