namespace Writ.Scripting;

/// <summary>A function a script defined.</summary>
internal sealed class UserFunction(FunctionBody body) : ScriptFunction
{
    public FunctionBody Body { get; } = body;

    /// <summary>How many arguments must be given.</summary>
    public int Required => Body.Parameters?.Count(static p => p.Standard is null && !p.IsVariadic) ?? 0;

    public override ScriptValue Call(Run run, CallSite site, ArgumentList arguments)
    {
        if (run.Options.RefusesStatementFunctions && !Body.Answers && !run.IsStatement(site))
            throw run.Fault(site.Place, "A function without `ret` cannot be used inside an expression");
        Frame outer = run.Scopes.Frame;
        bool isNamed = Body.Name is not null;
        // Anonymous functions see the scopes of the function that runs them.
        List<object>? scopes = isNamed ? null : outer.Scopes;
        ScriptObject? parameters = null;
        ScriptArray all;
        if (Body.Parameters is null)
            all = Gather(arguments);
        else
        {
            parameters = new ScriptObject();
            all = Bind(run, site, arguments, parameters);
            (scopes ??= []).Add(parameters);
        }
        Frame frame = new() { Arguments = all, Delegate = site.Block, DelegateFrame = site.Block is null ? null : outer, Scopes = scopes };
        // A local function sees itself.
        if (Body.Name is ['$', .. string own])
            frame.Locals = new(StringComparer.Ordinal) { [own] = this };
        run.EnterCall(site.Place);
        ScriptValue answer = run.RunBody(Body, frame);
        run.LeaveCall();
        if (parameters is not null)
            scopes!.RemoveAt(scopes.Count - 1);
        return answer;
    }

    private static ScriptArray Gather(ArgumentList arguments)
    {
        ScriptArray all = new(arguments.Count);
        for (int i = 0; i < arguments.Count; i++)
        {
            BoundArgument argument = arguments[i];
            if (argument.Name is null)
                all.Items.Add(argument.Value);
            else
                all.SetMember(argument.Name, argument.Value);
        }
        return all;
    }

    private ScriptArray Bind(Run run, CallSite site, ArgumentList arguments, ScriptObject parameters)
    {
        IReadOnlyList<Parameter> declared = Body.Parameters!;
        int fixedCount = declared.Count > 0 && declared[^1].IsVariadic ? declared.Count - 1 : declared.Count;
        ScriptValue?[] bound = new ScriptValue?[declared.Count];
        ScriptArray? rest = fixedCount < declared.Count ? new ScriptArray() : null;
        ScriptArray all = new(declared.Count);
        int position = 0;
        int given = 0;
        SyntaxNode? surplus = null;
        for (int i = 0; i < arguments.Count; i++)
        {
            BoundArgument argument = arguments[i];
            int index = argument.Name is null ? -1 : IndexOf(declared, argument.Name);
            if (argument.Name is not null && index < 0 && rest is not null)
            {
                all.SetMember(argument.Name, argument.Value);
                continue;
            }
            // An unnamed argument stands behind all that were given so far.
            if (index < 0)
                index = position;
            position = Math.Max(position, index + 1);
            if (index >= fixedCount)
            {
                rest?.Items.Add(argument.Value);
                surplus ??= argument.Place;
                continue;
            }
            bound[index] = argument.Value;
            given++;
        }
        for (int i = 0; i < fixedCount; i++)
        {
            Parameter parameter = declared[i];
            ScriptValue? value = bound[i] ?? parameter.Standard?.Value;
            if (value is null)
                throw run.FaultAfter(site.Node, $"Invalid number of arguments `{given}` passed to `{site.Node.Range.Text}` while expecting `{Required}` arguments");
            parameters[parameter.Name] = value;
            all.Items.Add(value);
        }
        if (rest is null && surplus is not null)
            throw run.Fault(surplus, $"Invalid number of arguments `{arguments.Count}` passed to `{site.Node.Range.Text}` while expecting `{Required}` arguments");
        if (rest is not null)
        {
            parameters[declared[^1].Name] = rest;
            all.Items.Add(rest);
        }
        return all;
    }

    private static int IndexOf(IReadOnlyList<Parameter> declared, string name)
    {
        for (int i = 0; i < declared.Count; i++)
            if (declared[i].Name == name)
                return i;
        return -1;
    }
}
