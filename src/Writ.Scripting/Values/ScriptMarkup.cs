namespace Writ.Scripting;

/// <summary>
/// Text that was already written as output: a capture, and in strict mode an include or what <c>raw</c> let through. It is never escaped again.
/// It prints, compares and pipes as text but is no string: <c>.size</c> is null and it is always true.
/// </summary>
internal sealed class ScriptMarkup(string value, IReadOnlyList<SourceMapEntry>? origins = null) : ScriptValue
{
    public string Value { get; } = value;

    /// <summary>Where in the templates the pieces of <see cref="Value"/> were written, when known.</summary>
    public IReadOnlyList<SourceMapEntry>? Origins { get; } = origins;

    public override string Kind => "markup";
}
