namespace Writ.Scripting;

/// <summary>Walking values as lists.</summary>
internal static class Lists
{
    /// <summary>The items of an array or a lazy list; null for anything else.</summary>
    public static IEnumerable<ScriptValue>? TryWalk(ScriptValue value) => value switch
    {
        ScriptArray array => Walk(array),
        ScriptSequence lazy => lazy.Walk(),
        _ => null,
    };

    public static IEnumerable<ScriptValue> Characters(string text)
    {
        foreach (char c in text)
            yield return new ScriptText(c.ToString());
    }

    public static IEnumerable<ScriptValue> Pairs(ScriptObject members)
    {
        foreach ((string name, ScriptValue value) in members.Pairs)
            yield return new ScriptObject { ["key"] = new ScriptText(name), ["value"] = value };
    }

    /// <summary>Equal as .NET sees it: same kind, same value; arrays and objects by reference.</summary>
    public static bool Same(ScriptValue a, ScriptValue b) => (a, b) switch
    {
        (ScriptText x, ScriptText y) => x.Value == y.Value,
        (ScriptMarkup x, ScriptMarkup y) => x.Value == y.Value,
        (ScriptNumber x, ScriptNumber y) => x.Equals(y),
        (ScriptDate x, ScriptDate y) => x.Value == y.Value,
        (ScriptDuration x, ScriptDuration y) => x.Value == y.Value,
        _ => ReferenceEquals(a, b),
    };

    private static IEnumerable<ScriptValue> Walk(ScriptArray array)
    {
        for (int i = 0; i < array.Items.Count; i++)
            yield return array.Items[i];
    }
}
