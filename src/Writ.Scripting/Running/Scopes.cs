namespace Writ.Scripting;

/// <summary>Where names live: the running function's own scopes, loops and global objects in one stack, builtins at the bottom.</summary>
internal sealed class Scopes
{
    private readonly Run run;
    private readonly List<object> stack = [];
    private Dictionary<ScriptObject, ScriptObject>? ownNamespaces;
    private readonly ScriptObject builtins;

    public Scopes(Run run, ScriptObject model)
    {
        this.run = run;
        builtins = run.Options.EscapesPrintedValues ? Library.StrictBuiltins : Library.Builtins;
        stack.Add(model);
        Top = model;
        Frame = new Frame();
    }

    /// <summary>The top global object: what <c>this</c> is and where plain assignments go.</summary>
    public ScriptObject Top { get; private set; }

    public Frame Frame { get; set; }

    public void Push(ScriptObject members)
    {
        stack.Add(members);
        Top = members;
    }

    public void Pop()
    {
        stack.RemoveAt(stack.Count - 1);
        Top = (ScriptObject)stack.FindLast(static entry => entry is ScriptObject)!;
    }

    public void PushLoop(LoopScope loop) => (Frame.Scopes ?? stack).Add(loop);

    public void PopLoop()
    {
        List<object> scopes = Frame.Scopes ?? stack;
        scopes.RemoveAt(scopes.Count - 1);
    }

    public ScriptValue? Find(string name)
    {
        if (Frame.Scopes is { } own && FindIn(own, name) is { } mine)
            return mine;
        if (FindIn(stack, name) is { } found)
            return found;
        return builtins.TryGet(name, out ScriptValue? builtin) ? Own(builtin) : null;
    }

    public LoopState? FindLoop(string loop) =>
        (Frame.Scopes is { } own ? FindLoopIn(own, loop) : null) ?? FindLoopIn(stack, loop);

    public ScriptValue? FindLocal(string name)
    {
        if (name.Length == 0)
            return Frame.Arguments ?? ScriptValue.Null;
        return Frame.Locals is { } locals && locals.TryGetValue(name, out ScriptValue? value) ? value : null;
    }

    public void Assign(SyntaxNode place, string name, ScriptValue value)
    {
        if (Frame.Scopes is { } own)
        {
            ScriptObject? mine = null;
            for (int i = own.Count - 1; i >= 0; i--)
            {
                if (own[i] is not ScriptObject parameters)
                    continue;
                mine ??= parameters;
                if (!parameters.Has(name))
                    continue;
                parameters[name] = value;
                return;
            }
            if (mine is not null && !stack.Exists(entry => entry is ScriptObject members && members.Has(name)) && !builtins.Has(name))
            {
                mine[name] = value;
                return;
            }
        }
        if (!Top.CanWrite(name))
            throw run.Fault(place, $"Cannot set the readonly variable `{name}`");
        Top[name] = value;
    }

    public void AssignLocal(SyntaxNode place, string name, ScriptValue value)
    {
        if (Frame.ReadOnlyLocals?.Contains(name) == true)
            throw run.Fault(place, $"Cannot set the readonly variable `${name}`");
        if (name.Length == 0)
            Frame.Arguments = value;
        else
            (Frame.Locals ??= new(StringComparer.Ordinal))[name] = value;
    }

    public void MarkReadOnly(Path target)
    {
        switch (target)
        {
            case Variable variable when Top.Has(variable.Name):
                Top.MarkReadOnly(variable.Name);
                break;
            case Local local when Frame.Locals?.ContainsKey(local.Name) == true:
                (Frame.ReadOnlyLocals ??= new(StringComparer.Ordinal)).Add(local.Name);
                break;
        }
    }

    /// <summary>A builtin namespace is shared by all renders: before a script writes into it, this render gets its own copy.</summary>
    public ScriptObject Unshare(ScriptObject members)
    {
        if (!members.IsShared)
            return members;
        ownNamespaces ??= new(ReferenceEqualityComparer.Instance);
        if (!ownNamespaces.TryGetValue(members, out ScriptObject? own))
        {
            own = members.Copy();
            ownNamespaces[members] = own;
            if (ReferenceEquals(members, Library.Dates))
                run.Dates = own;
        }
        return own;
    }

    private ScriptValue Own(ScriptValue builtin) =>
        ownNamespaces is not null && builtin is ScriptObject members && ownNamespaces.TryGetValue(members, out ScriptObject? own) ? own : builtin;

    private static ScriptValue? FindIn(List<object> scopes, string name)
    {
        for (int i = scopes.Count - 1; i >= 0; i--)
        {
            if (scopes[i] is ScriptObject members)
            {
                if (members.TryGet(name, out ScriptValue? value))
                    return value;
            }
            else if (scopes[i] is LoopScope loop && loop.Name == name)
                return loop.Value;
        }
        return null;
    }

    private static LoopState? FindLoopIn(List<object> scopes, string loop)
    {
        for (int i = scopes.Count - 1; i >= 0; i--)
            if (scopes[i] is LoopScope found && found.State.Loop == loop)
                return found.State;
        return null;
    }
}
