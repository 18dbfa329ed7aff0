namespace Writ.Scripting;

/// <summary>The namespace <c>object</c>.</summary>
internal static class ObjectFunctions
{
    public static ScriptObject Make() => new FunctionTable()
        .Add("default", "value default", static a => a.Value(0) is ScriptNull or ScriptText { Value.Length: 0 } ? a.Value(1) : a.Value(0))
        .Add("eval", "value", Evaluating.Code)
        .Add("eval_template", "value", Evaluating.Template)
        .Add("format", "value format culture?", Formatting.Any)
        .Add("from_json", "json", JsonText.Read)
        .Add("to_json", "value", JsonText.Write)
        .Add("has_key", "value key", static a => ScriptBool.Of(a.Object(0) is { } members && a.Text(1) is { } key && members.Has(key)))
        .Add("has_value", "value key", static a => ScriptBool.Of(a.Object(0) is { } members && a.Text(1) is { } key && members.TryGet(key, out ScriptValue? value) && value is not ScriptNull))
        .Add("keys", "value", static a => Members(a, static pair => new ScriptText(pair.Key)))
        .Add("values", "value", static a => Members(a, static pair => pair.Value))
        .Add("size", "value", static a => ScriptNumber.Whole(a.Value(0) switch
        {
            ScriptText text => text.Value.Length,
            ScriptObject members => members.Count,
            ScriptArray array => array.Items.Count,
            ScriptSequence => a.List(0)!.LongCount(),
            _ => 0,
        }))
        .Add("kind", "value", static a => a.Value(0) is ScriptNull ? ScriptValue.Null : new ScriptText(a.Value(0).Kind))
        .Add("typeof", "value", static a => a.Value(0) switch
        {
            ScriptNull => ScriptValue.Null,
            ScriptText => new ScriptText("string"),
            ScriptBool => new ScriptText("boolean"),
            ScriptNumber => new ScriptText("number"),
            ScriptArray => new ScriptText("array"),
            ScriptSequence => new ScriptText("iterator"),
            _ => new ScriptText("object"),
        })
        .Close();

    private static ScriptValue Members(Arguments a, Func<KeyValuePair<string, ScriptValue>, ScriptValue> take)
    {
        IEnumerable<KeyValuePair<string, ScriptValue>> pairs = a.Value(0) switch
        {
            ScriptObject members => members.Pairs,
            ScriptText text => [new("size", ScriptNumber.Whole(text.Value.Length))],
            ScriptArray array => [new("size", ScriptNumber.Whole(array.Items.Count)), .. array.Members ?? []],
            _ => [],
        };
        return a.Value(0) is ScriptNull ? new ScriptArray() : new ScriptArray(a.Run.Walk(pairs.Select(take), a.Site.Place));
    }
}
