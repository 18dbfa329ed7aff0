namespace Writ.Scripting;

/// <summary><c>name: value</c> inside an object literal; the name with the lexeme it was written as.</summary>
internal sealed class ObjectMember(SourceRange range, string lexeme, string name, Expression value) : SyntaxNode(range)
{
    public string Lexeme { get; } = lexeme;
    public string Name { get; } = name;
    public Expression Value { get; } = value;
    public override IEnumerable<SyntaxNode> Children => [Value];

    public override void Print(SyntaxPrinter printer) => printer.Write(Lexeme).Write(": ").Write(Value);
}
