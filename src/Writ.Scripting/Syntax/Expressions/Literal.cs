namespace Writ.Scripting;

/// <summary>A number, text, <c>true</c>, <c>false</c> or <c>null</c>, with the lexeme it was written as.</summary>
internal sealed class Literal(SourceRange range, string lexeme, ScriptValue value) : Expression(range)
{
    public string Lexeme { get; } = lexeme;
    public ScriptValue Value { get; } = value;

    public override ScriptValue Evaluate(Run run) => Value;

    public override void Print(SyntaxPrinter printer) => printer.Write(Lexeme);
}
