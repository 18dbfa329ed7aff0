namespace Writ.Scripting;

/// <summary><c>$"text{expression}text"</c>: texts and expressions in turn.</summary>
internal sealed class Interpolation(SourceRange range, char quote, IReadOnlyList<Expression> parts) : Expression(range)
{
    public char Quote { get; } = quote;
    public IReadOnlyList<Expression> Parts { get; } = parts;
    public override IEnumerable<SyntaxNode> Children => Parts;

    public override ScriptValue Evaluate(Run run) => Interpolating.Join(run, this);

    public override void Print(SyntaxPrinter printer)
    {
        printer.Write("$" + Quote);
        foreach (Expression part in Parts)
        {
            if (part is InterpolationText text)
                printer.Write(text.Lexeme);
            else
                printer.Write("{").Write(part).Write("}");
        }
        printer.Write(Quote.ToString());
    }
}
