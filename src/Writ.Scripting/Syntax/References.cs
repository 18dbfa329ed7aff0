namespace Writ.Scripting;

/// <summary>
/// Finds which paths of the model a script reads. Loop variables, <c>with</c>-free assignments of plain paths and function parameters are followed:
/// in <c>for o in data.officers; o.name</c> the second path is <c>data.officers[].name</c>. Names the script itself sets are not references.
/// </summary>
internal sealed class References
{
    private readonly List<ScriptReference> found = [];

    /// <summary>What a local name stands for: a path of the model, or null when it is something the script made.</summary>
    private readonly Dictionary<string, IReadOnlyList<string>?> names = new(StringComparer.Ordinal);

    public static IReadOnlyList<ScriptReference> Of(SyntaxNode node)
    {
        References walk = new();
        walk.Declare(node);
        walk.Visit(node);
        return walk.found;
    }

    // Functions and assignments may stand after their use in a loop, so names are gathered first.
    private void Declare(SyntaxNode node)
    {
        switch (node)
        {
            case Assignment { Target: Variable target, Kind: Operator.None } assignment when !names.ContainsKey(target.Name):
                names[target.Name] = PathOf(assignment.Value);
                break;
            case Assignment { Target: Variable target }:
                names[target.Name] = null;
                break;
            case Capture { Target: Variable captured }:
                names[captured.Name] = null;
                break;
            case Function { Target: Variable function }:
                names[function.Name] = null;
                break;
        }
        foreach (SyntaxNode child in node.Children)
            Declare(child);
    }

    private void Visit(SyntaxNode node)
    {
        switch (node)
        {
            case For loop:
                VisitLoop(loop);
                return;
            case FunctionBody body:
                VisitFunction(body);
                return;
            case Assignment { Target: Variable } assignment:
                Visit(assignment.Value);
                return;
            case Path path when PathOf(path) is { } model:
                found.Add(new ScriptReference(model, path.Range.Source.Locate(path.Range.Start)));
                VisitIndexes(path);
                return;
            case Variable:
                return;
        }
        foreach (SyntaxNode child in node.Children)
            Visit(child);
    }

    private void VisitLoop(For loop)
    {
        Visit(loop.List);
        foreach (Argument setting in loop.Settings)
            Visit(setting.Value is Variable ? setting : setting.Value);
        if (loop.Variable is not Variable variable)
        {
            Visit(loop.Body);
            return;
        }
        IReadOnlyList<string>? items = PathOf(loop.List) is { } list ? [.. list, "[]"] : null;
        bool had = names.TryGetValue(variable.Name, out IReadOnlyList<string>? before);
        names[variable.Name] = items;
        Visit(loop.Body);
        if (had)
            names[variable.Name] = before;
        else
            names.Remove(variable.Name);
        if (loop.Otherwise is not null)
            Visit(loop.Otherwise);
    }

    private void VisitFunction(FunctionBody body)
    {
        List<(string Name, bool Had, IReadOnlyList<string>? Before)> hidden = [];
        foreach (Parameter parameter in body.Parameters ?? [])
        {
            bool had = names.TryGetValue(parameter.Name, out IReadOnlyList<string>? before);
            hidden.Add((parameter.Name, had, before));
            names[parameter.Name] = null;
        }
        foreach (SyntaxNode child in body.Children)
            Visit(child);
        foreach ((string name, bool had, IReadOnlyList<string>? before) in hidden)
        {
            if (had)
                names[name] = before;
            else
                names.Remove(name);
        }
    }

    private void VisitIndexes(Expression path)
    {
        switch (path)
        {
            case Member member:
                VisitIndexes(member.Target);
                break;
            case Indexer indexer:
                VisitIndexes(indexer.Target);
                if (indexer.Index is not Literal)
                    Visit(indexer.Index);
                break;
            case Parenthesis parenthesis:
                VisitIndexes(parenthesis.Inner);
                break;
        }
    }

    private IReadOnlyList<string>? PathOf(Expression expression)
    {
        switch (expression)
        {
            case Parenthesis parenthesis:
                return PathOf(parenthesis.Inner);
            case Variable variable:
                if (names.TryGetValue(variable.Name, out IReadOnlyList<string>? known))
                    return known;
                return Library.Builtins.Has(variable.Name) ? null : [variable.Name];
            case Member member:
                return PathOf(member.Target) is { } target ? [.. target, member.Name] : null;
            case Indexer { IsArgument: false } indexer:
                if (PathOf(indexer.Target) is not { } list)
                    return null;
                return indexer.Index is Literal { Value: ScriptText key } ? [.. list, key.Value] : [.. list, "[]"];
            default:
                return null;
        }
    }
}
