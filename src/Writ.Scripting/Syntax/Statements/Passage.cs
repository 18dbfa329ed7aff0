namespace Writ.Scripting;

/// <summary>
/// Raw text between two code blocks with the delimiters around it: <c>-}} text {{~</c>.
/// <see cref="Raw"/> is the source as written, <see cref="Output"/> what is left of it after the whitespace flags.
/// </summary>
internal sealed class Passage(SourceRange range, int begin, int end, bool hasClose, Trim before, bool hasOpen, Trim after, string output, int outputBegin, bool isVerbatim, string indent) : Statement(range)
{
    public int Begin { get; } = begin;
    public string Raw { get; } = range.Source.Text[begin..end];
    public bool HasClose { get; } = hasClose;
    public Trim Before { get; } = before;
    public bool HasOpen { get; } = hasOpen;
    public Trim After { get; } = after;
    public string Output { get; } = output;

    /// <summary>Where in the source the output begins.</summary>
    public int OutputBegin { get; } = outputBegin;

    /// <summary>The output is one piece of the source: offsets in it are offsets in the source.</summary>
    public bool IsVerbatim { get; } = isVerbatim;

    /// <summary>The whitespace on the line before the code block that follows.</summary>
    public string Indent { get; } = indent;

    /// <summary>The same place without output: text between <c>case</c> and the first <c>when</c>.</summary>
    public Passage Silent() => new(Range, Begin, Begin + Raw.Length, HasClose, Before, HasOpen, After, "", OutputBegin, IsVerbatim, Indent);

    public override void Execute(Run run)
    {
        if (Output.Length > 0)
            run.Output.WritePassage(this);
        if (HasOpen && run.AutoIndent)
            run.Output.Indent = Indent;
    }

    public override void Print(SyntaxPrinter printer)
    {
        if (HasClose)
            printer.Write(Before switch { Trim.All => "-}}", Trim.Line => "~}}", _ => "}}" });
        printer.Write(Raw);
        if (HasOpen)
            printer.Write(After switch { Trim.All => "{{- ", Trim.Line => "{{~ ", _ => "{{ " });
    }
}
