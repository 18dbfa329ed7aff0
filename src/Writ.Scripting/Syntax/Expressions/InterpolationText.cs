namespace Writ.Scripting;

/// <summary>The text between the holes of an interpolation.</summary>
internal sealed class InterpolationText(SourceRange range, string lexeme, string text) : Expression(range)
{
    public string Lexeme { get; } = lexeme;
    public string Text { get; } = text;

    public override ScriptValue Evaluate(Run run) => new ScriptText(Text);

    public override void Print(SyntaxPrinter printer) => printer.Write(Lexeme);
}
