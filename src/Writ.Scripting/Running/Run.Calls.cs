namespace Writ.Scripting;

internal sealed partial class Run
{
    /// <summary>A path that leads to a function is a call without arguments.</summary>
    public ScriptValue CallBare(ScriptFunction function, SyntaxNode place) => function.Call(this, new CallSite(place, place), ArgumentList.None);

    public ScriptValue Call(Call call, Pipe? source, Block? block)
    {
        ScriptValue target = call.Target.Reach(this);
        if (AsFunction(target) is not { } function)
            return NoFunction(call.Target, target, source);
        ArgumentList arguments = new(call.Arguments.Count + (source is null ? 0 : 1));
        if (source is not null)
            arguments.Add(source.Source.Evaluate(this), source.Source);
        foreach (Argument argument in call.Arguments)
        {
            if (function is BuiltinFunction builtin && arguments.Count >= builtin.Most)
                throw Fault(call, $"Argument index must be < {builtin.Most} (Parameter 'index')");
            ScriptValue value = argument.Value.Evaluate(this);
            if (argument.Value is Unary { Sign: '^' } && Lists.TryWalk(value) is { } items)
                foreach (ScriptValue item in items)
                    arguments.Add(item, argument.Value);
            else
                arguments.Add(value, argument.Value, argument.Name);
        }
        return function.Call(this, new CallSite(call, call, block), arguments);
    }

    public bool LeadsToFunction(Pipe pipe) => AsFunction((pipe.Target is Call call ? call.Target : pipe.Target).Reach(this)) is not null;

    public ScriptValue CallPiped(Pipe pipe)
    {
        if (pipe.Target is Call call)
            return Call(call, pipe, block: null);
        ScriptValue target = pipe.Target.Reach(this);
        if (AsFunction(target) is not { } function)
        {
            if (target is ScriptNull && pipe.Target is Path and not Parenthesis && !Options.RelaxedFunction)
                throw Fault(pipe.Target, $"The function `{pipe.Target}` was not found");
            throw Fault(pipe.Target, $"Pipe expression destination `{pipe.Target}` is not a valid function ");
        }
        ArgumentList arguments = new(1);
        arguments.Add(pipe.Source.Evaluate(this), pipe.Source);
        return function.Call(this, new CallSite(pipe.Target, pipe.Target), arguments);
    }

    public ScriptValue CallWrapped(Wrap wrap)
    {
        if (wrap.Target is Call call)
            return Call(call, source: null, wrap.Body);
        if (wrap.Target is Path path and not Parenthesis && path.Reach(this) is ScriptFunction function)
            return function.Call(this, new CallSite(wrap, wrap, wrap.Body), ArgumentList.None);
        throw Fault(wrap.Target, $"Expecting a direct function instead of the expression `{wrap.Target}`");
    }

    public void RunBlockDelegate()
    {
        Frame frame = Scopes.Frame;
        if (frame.Delegate is not { } block)
            return;
        Scopes.Frame = frame.DelegateFrame!;
        block.Execute(this);
        Scopes.Frame = frame;
    }

    /// <summary>Runs a function's body in its own frame and gives what it answers.</summary>
    public ScriptValue RunBody(FunctionBody body, Frame frame)
    {
        Frame outer = Scopes.Frame;
        string indent = Output.Indent;
        Scopes.Frame = frame;
        ScriptValue answer = ScriptValue.Null;
        if (body.Expression is not null)
            answer = body.Expression.Evaluate(this);
        else
        {
            body.Block!.Execute(this);
            if (Flow == Flow.Return)
                answer = Answer;
            Flow = Flow.Onward;
        }
        Scopes.Frame = outer;
        Output.Indent = indent;
        // A lazy list would be walked after the function's names are gone.
        return answer is ScriptSequence lazy ? new ScriptArray(lazy.Walk()) : answer;
    }

    /// <summary>Runs code in the current scopes: one expression gives its value, statements print and give what they return.</summary>
    public ScriptValue Evaluate(Page page)
    {
        if (page.Body.Statements is [ExpressionStatement only])
            return only.Expression.Evaluate(this);
        page.Body.Execute(this);
        ScriptValue answer = Flow == Flow.Return ? Answer : ScriptValue.Null;
        Flow = Flow.Onward;
        return answer;
    }

    /// <summary>Renders a template in the current scopes into a fresh output.</summary>
    public ScriptMarkup RenderInline(Script script)
    {
        OutputBuffer outer = Output;
        Output = new OutputBuffer(this);
        RunPage(script.Page);
        OutputBuffer written = Output;
        Output = outer;
        return new ScriptMarkup(written.ToString(), written.Entries);
    }

    /// <summary>The call is a whole statement: what it gives is only printed.</summary>
    public bool IsStatement(CallSite site) => current is ExpressionStatement statement && ReferenceEquals(statement.Expression, site.Node) || current is Wrap;

    // `date` is a namespace and, called, its own `parse`.
    private ScriptFunction? AsFunction(ScriptValue value) =>
        value as ScriptFunction ?? (ReferenceEquals(value, Dates) && Dates.TryGet("parse", out ScriptValue? parse) ? parse as ScriptFunction : null);

    private ScriptValue NoFunction(Expression target, ScriptValue value, Pipe? source)
    {
        if (value is not ScriptNull)
            throw Fault(target, $"Invalid target function `{Text(value)}` ({value.Kind})");
        if (!Options.RelaxedFunction)
            throw Fault(target, $"The function `{target}` was not found");
        return source is null ? ScriptValue.Null : throw Fault(target, $"Pipe expression destination `{target}` is not a valid function ");
    }
}
