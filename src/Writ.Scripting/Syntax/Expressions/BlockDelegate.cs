namespace Writ.Scripting;

/// <summary><c>$$</c>: the block a <c>wrap</c> handed to the running function. Only a whole statement.</summary>
internal sealed class BlockDelegate(SourceRange range) : Expression(range)
{
    public override ScriptValue Evaluate(Run run)
    {
        run.RunBlockDelegate();
        return ScriptValue.Null;
    }

    public override void Print(SyntaxPrinter printer) => printer.Write("$$");
}
