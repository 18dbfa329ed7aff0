namespace Writ.Scripting;

/// <summary>
/// A parsed template. Immutable and thread-safe: parse once, render often.
/// <code>
/// Script script = Script.Parse("{{ for p in parties }}{{ p.name }}{{ end }}", "list.sbn", ScriptOptions.Strict);
/// string text = script.Render(model, context).Text;
/// </code>
/// </summary>
public sealed class Script
{
    private Script(string name, ScriptOptions options, Page page)
    {
        Name = name;
        Options = options;
        Page = page;
    }

    /// <summary>The name errors carry.</summary>
    public string Name { get; }

    public ScriptOptions Options { get; }

    internal Page Page { get; }

    /// <summary>Reads a template. Throws <see cref="ScriptException"/> with every message found.</summary>
    public static Script Parse(string text, string name, ScriptOptions options)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(options);
        return new Script(name, options, Parser.Read(new SourceText(name, text), options));
    }

    /// <summary>
    /// Runs the template. The model's top-level members are what the script sees as variables; assignments never change the model object itself.
    /// Throws <see cref="ScriptException"/> for every error of the script, limits included.
    /// </summary>
    /// <param name="cancel">Looked at every few hundred steps.</param>
    /// <exception cref="OperationCanceledException">Nobody waits for the text any more.</exception>
    public ScriptOutput Render(ScriptObject model, ScriptContext context, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(context);
        Run run = new(Options, context, model.Copy(), cancel);
        if (Page.Front is not null)
        {
            OutputBuffer output = run.Output;
            run.CaptureBlock(Page.Front);
            run.Flow = Flow.Onward;
        }
        run.RunPage(Page);
        return new ScriptOutput(run.Output.ToString(), new SourceMap(run.Output.Entries));
    }

    /// <summary>The member paths of the model the script reads, each with its place.</summary>
    public IReadOnlyList<ScriptReference> References() => Scripting.References.Of(Page);

    /// <summary>The template written anew from its tree: reading it again gives an equal tree.</summary>
    public string Print() => Page.ToString();
}
