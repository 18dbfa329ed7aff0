namespace Writ.Scripting;

/// <summary>What is wrong, and where.</summary>
public sealed record ScriptMessage(ScriptSpan Span, string Text)
{
    public override string ToString() => $"{Span} : error : {Text}";
}
