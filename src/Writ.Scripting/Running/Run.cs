using System.Globalization;
using System.Runtime.CompilerServices;

namespace Writ.Scripting;

/// <summary>One render: scopes, output, limits. Single-threaded and used once.</summary>
internal sealed partial class Run
{
    private int depth;
    private long steps;
    private ulong drawn;
    private int walks;
    private int walked;
    private SyntaxNode? current;
    private readonly CancellationToken cancel;

    public Run(ScriptOptions options, ScriptContext context, ScriptObject model, CancellationToken cancel = default)
    {
        this.cancel = cancel;
        Options = options;
        Context = context;
        Limits = options.Limits;
        AutoIndent = options.AutoIndent;
        OutputRoom = Limits.Output;
        Culture = Cultures.Find(options.Culture);
        Dates = Library.Dates;
        Scopes = new Scopes(this, model);
        Access = new Access(this);
        Output = new OutputBuffer(this);
    }

    public ScriptOptions Options { get; }
    public ScriptContext Context { get; }
    public ScriptLimits Limits { get; }
    public bool AutoIndent { get; }
    public CultureInfo Culture { get; }
    public Scopes Scopes { get; }
    public Access Access { get; }
    public OutputBuffer Output { get; private set; }
    public Flow Flow { get; set; }

    /// <summary>The value of the last <c>ret</c>.</summary>
    public ScriptValue Answer { get; set; } = ScriptValue.Null;

    /// <summary>The namespace <c>date</c> as this render sees it; its <c>format</c> may have been set.</summary>
    public ScriptObject Dates { get; set; }

    /// <summary>Characters that may still be written.</summary>
    public int OutputRoom { get; set; }

    public bool IsCut { get; set; }

    public bool CanJump => Scopes.Frame.Loops > 0;

    /// <summary>Items of <c>array.cycle</c> handed out, by group.</summary>
    public Dictionary<string, int> Cycles { get; } = new(StringComparer.Ordinal);

    public void Execute(Statement statement)
    {
        Step(statement);
        current = statement;
        if (!Options.RendersErrors)
        {
            statement.Execute(this);
            return;
        }
        try
        {
            statement.Execute(this);
        }
        catch (ScriptException error) when (!error.IsParsing)
        {
            Output.Write($"[{error.Text}]");
        }
    }

    public void Step(SyntaxNode node) => Step(node.Range);

    private void Step(SourceRange node)
    {
        if (++steps > Limits.Steps)
            throw Fault(node, $"The script took more than {Limits.Steps} steps");
        if ((steps & 255) == 0)
            cancel.ThrowIfCancellationRequested();
    }

    public ScriptException Fault(SyntaxNode node, string message) => Fault(node.Range, message);

    public ScriptException Fault(SourceRange range, string message) => new(range.Source.Locate(range.Start), message);

    public ScriptException FaultAfter(SyntaxNode node, string message) => new(node.Range.Source.Locate(node.Range.End), message);

    /// <summary>At the running statement, when no better place is known.</summary>
    public ScriptException FaultHere(string message) => current is null ? new ScriptException(new ScriptSpan("", 1, 1), message) : Fault(current, message);

    public ScriptValue Unknown(Variable variable) =>
        Options.StrictVariables ? throw Fault(variable, $"The variable or function `{variable.Name}` was not found") : ScriptValue.Null;

    public ScriptValue UnknownLocal(Local local) =>
        Options.StrictVariables ? throw Fault(local, $"The variable or function `${local.Name}` was not found") : ScriptValue.Null;

    /// <summary>Writes a value as output: escaped in strict mode unless it is markup.</summary>
    public void Print(ScriptValue value, SyntaxNode place)
    {
        current = place;
        if (value is ScriptMarkup markup)
        {
            if (markup.Origins is null)
                Output.Note(place.Range.Source, place.Range.Start);
            Output.Write(markup);
            return;
        }
        Output.Note(place.Range.Source, place.Range.Start);
        string text = Text(value);
        Output.Write(Options.EscapesPrintedValues ? Escaping.Xml(text) : text);
    }

    /// <summary>The printed form of a value.</summary>
    public string Text(ScriptValue value) => value switch
    {
        ScriptText text => text.Value,
        ScriptMarkup markup => markup.Value,
        ScriptNull => "",
        _ => ValuePrinter.Print(this, value),
    };

    // Loops: one budget for the outermost loop or walk with everything inside it.

    public void EnterWalk()
    {
        if (walks++ == 0)
            walked = 0;
    }

    public void LeaveWalk() => walks--;

    public void CountRound(SyntaxNode place, string what) => CountRound(place.Range, what);

    public void CountRound(SourceRange place, string what)
    {
        Step(place);
        if (++walked > Limits.Loop && Limits.Loop > 0)
            throw Fault(place, $"Exceeding number of iteration limit `{Limits.Loop}` for {what}.");
    }

    /// <summary>Walks a list on behalf of a builtin: every item counts.</summary>
    public IEnumerable<ScriptValue> Walk(IEnumerable<ScriptValue> items, SyntaxNode place)
    {
        EnterWalk();
        try
        {
            foreach (ScriptValue item in items)
            {
                CountRound(place, "internal iteration");
                yield return item;
            }
        }
        finally
        {
            LeaveWalk();
        }
    }

    public void EnterCall(SyntaxNode place)
    {
        if (++depth > Limits.Recursion || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw Fault(place, $"Exceeding number of recursive depth limit `{Limits.Recursion}` for node: `{place.Range.Text}`");
    }

    public void LeaveCall() => depth--;

    /// <summary>The next number of the seeded sequence (SplitMix64): the same render gives the same numbers.</summary>
    public ulong NextRandom(Arguments asker)
    {
        if (Context.Seed is not { } seed)
            throw asker.Fault("This script was given no random seed");
        return unchecked(Mix(seed + (++drawn * 0x9E3779B97F4A7C15)));
    }

    private static ulong Mix(ulong state)
    {
        unchecked
        {
            state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            state = (state ^ (state >> 27)) * 0x94D049BB133111EB;
            return state ^ (state >> 31);
        }
    }

    // Output that becomes a value.

    public ScriptMarkup CaptureBlock(Block block)
    {
        OutputBuffer outer = Output;
        Output = new OutputBuffer(this) { Indent = outer.Indent };
        block.Execute(this);
        OutputBuffer captured = Output;
        Output = outer;
        return new ScriptMarkup(captured.ToString(), captured.Entries);
    }

    public void RunWith(ScriptObject members, Block body)
    {
        Frame outer = Scopes.Frame;
        Scopes.Push(members);
        Scopes.Frame = new Frame { Delegate = outer.Delegate, DelegateFrame = outer.DelegateFrame, Scopes = outer.Scopes, Loops = outer.Loops };
        body.Execute(this);
        Scopes.Frame = outer;
        Scopes.Pop();
    }

    /// <summary>Renders another template into a fresh output, with its own <c>$</c> names.</summary>
    public ScriptMarkup RenderPage(Script script, ScriptArray arguments)
    {
        OutputBuffer outerOutput = Output;
        Frame outerFrame = Scopes.Frame;
        Output = new OutputBuffer(this);
        Scopes.Frame = new Frame { Arguments = arguments, Locals = arguments.Members is { } named ? new(named, StringComparer.Ordinal) : null, Scopes = outerFrame.Scopes, Loops = outerFrame.Loops };
        RunPage(script.Page);
        OutputBuffer written = Output;
        Scopes.Frame = outerFrame;
        Output = outerOutput;
        return new ScriptMarkup(written.ToString(), written.Entries);
    }

    public void RunPage(Page page)
    {
        page.Body.Execute(this);
        if (Flow == Flow.Return && Answer is not ScriptNull)
            Print(Answer, page);
        Flow = Flow.Onward;
    }
}
