namespace Writ.Scripting;

/// <summary>Equality as <c>array.uniq</c> and <c>array.contains</c> see it.</summary>
internal sealed class ValueComparer : IEqualityComparer<ScriptValue>
{
    public static readonly ValueComparer Instance = new();

    public bool Equals(ScriptValue? x, ScriptValue? y) => x is not null && y is not null && Lists.Same(x, y);

    public int GetHashCode(ScriptValue value) => value switch
    {
        ScriptText text => text.Value.GetHashCode(StringComparison.Ordinal),
        ScriptMarkup markup => markup.Value.GetHashCode(StringComparison.Ordinal),
        ScriptNumber number => number.GetHashCode(),
        ScriptDate date => date.Value.GetHashCode(),
        ScriptDuration duration => duration.Value.GetHashCode(),
        _ => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(value),
    };
}
