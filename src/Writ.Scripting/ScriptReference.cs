namespace Writ.Scripting;

/// <summary>
/// A path of the model a script reads, for instance <c>data</c>, <c>officers</c>, <c>[]</c>, <c>name</c>: <c>[]</c> stands for any item of a list.
/// </summary>
public sealed record ScriptReference(IReadOnlyList<string> Path, ScriptSpan Span)
{
    public override string ToString() => string.Join('.', Path).Replace(".[]", "[]", StringComparison.Ordinal);
}
