using System.Globalization;

namespace Writ.Scripting;

/// <summary>What a builtin was given; each reading converts and points at its argument when it cannot.</summary>
internal sealed class Arguments(Run run, CallSite site, string[] names, ScriptValue?[] values, SyntaxNode?[] places, ArgumentList? rest)
{
    public Run Run { get; } = run;
    public CallSite Site { get; } = site;
    public ArgumentList Rest => rest ?? ArgumentList.None;

    public bool Has(int index) => values[index] is not null;

    public ScriptValue Value(int index) => values[index] ?? ScriptValue.Null;

    public SyntaxNode Place(int index) => places[index] ?? Site.Place;

    /// <summary>The printed value; null for null or when left out.</summary>
    public string? Text(int index) => Value(index) is ScriptNull ? null : Run.Text(Value(index));

    /// <summary>The printed value; null is an error at the call.</summary>
    public string RequiredText(int index) => Text(index) ?? throw Fault(index, $"Value cannot be null. (Parameter '{names[index]}')");

    public int Int(int index, int standard = 0) => Has(index) ? Conversions.Int(Run, Value(index), Place(index)) : standard;

    public double Double(int index, double standard = 0) => Has(index) ? Conversions.Double(Run, Value(index), Place(index)) : standard;

    public bool Bool(int index) => Value(index).IsTrue;

    /// <summary>The items, counted as they are walked; null for null.</summary>
    public IEnumerable<ScriptValue>? List(int index) => Value(index) switch
    {
        ScriptNull => null,
        ScriptText text => Run.Walk(Lists.Characters(text.Value), Site.Place),
        ScriptMarkup markup => Run.Walk(Lists.Characters(markup.Value), Site.Place),
        ScriptObject members => Run.Walk(Lists.Pairs(members), Site.Place),
        ScriptEmpty => [],
        ScriptValue value => Run.Walk(Lists.TryWalk(value) ?? throw Fault(index, $"Unable to convert type `{value.Kind}` to `IEnumerable`"), Site.Place),
    };

    public DateTime? Date(int index) => Value(index) switch
    {
        ScriptNull => null,
        ScriptDate date => date.Value,
        ScriptValue value => throw Fault(index, $"Unable to convert type `{value.Kind}` to `DateTime`"),
    };

    public ScriptObject? Object(int index) => Value(index) switch
    {
        ScriptNull => null,
        ScriptObject members => members,
        ScriptValue value => throw Fault(index, $"Unable to convert type `{value.Kind}` to `IDictionary<string, Object>`"),
    };

    public CultureInfo Culture(int index) => Text(index) is not { } name ? Run.Culture
        : Cultures.IsName(name) ? Cultures.Find(name) : throw Fault($"Culture is not supported. (Parameter 'name')\n{name} is an invalid culture identifier.");

    public ScriptException Fault(int index, string message) => Run.Fault(Place(index), message);

    public ScriptException Fault(string message) => Run.Fault(Site.Place, message);

    /// <summary>A text of a result; refused when longer than the output limit.</summary>
    public ScriptText Result(string text) =>
        Run.Limits.Output > 0 && text.Length > Run.Limits.Output
            ? throw Fault($"The resulting string length exceeds the configured LimitToString `{Run.Limits.Output}`.") : new ScriptText(text);
}
