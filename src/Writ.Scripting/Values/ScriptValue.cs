using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Writ.Scripting;

/// <summary>
/// A value of the script language. The tree is closed: null, empty, bool, number, text, markup, date, duration, array, sequence, object, function.
/// Nothing of .NET is reachable through it.
/// </summary>
public abstract class ScriptValue
{
    private protected ScriptValue()
    {
    }

    /// <summary>The absent value; prints nothing.</summary>
    public static ScriptValue Null => ScriptNull.Instance;

    /// <summary>What kind of value this is, as <c>object.kind</c> tells it.</summary>
    public abstract string Kind { get; }

    /// <summary>Null, <c>false</c> and <c>empty</c> are false; everything else is true, 0 and "" too.</summary>
    public virtual bool IsTrue => true;

    public static ScriptValue From(string? text) => text is null ? Null : new ScriptText(text);

    public static ScriptValue From(bool value) => value ? ScriptBool.True : ScriptBool.False;

    public static ScriptValue From(long value) => ScriptNumber.Whole(value);

    public static ScriptValue From(decimal value) => ScriptNumber.Decimal(value);

    public static ScriptValue From(double value) => ScriptNumber.Double(value);

    public static ScriptValue From(DateTime value) => new ScriptDate(value);

    public static ScriptValue From(TimeSpan value) => new ScriptDuration(value);

    public static ScriptValue From(IEnumerable<ScriptValue> items) => new ScriptArray(items);

    /// <summary>
    /// Case data. Whole numbers become int, long or big integers; every other number becomes a decimal, so that money keeps its scale.
    /// A number no decimal can hold becomes a double.
    /// </summary>
    public static ScriptValue FromJson(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                return new ScriptText(element.GetString()!);
            case JsonValueKind.Number:
                return NumberFromJson(element);
            case JsonValueKind.True:
                return ScriptBool.True;
            case JsonValueKind.False:
                return ScriptBool.False;
            case JsonValueKind.Array:
                ScriptArray array = new(element.GetArrayLength());
                foreach (JsonElement item in element.EnumerateArray())
                    array.Items.Add(FromJson(item));
                return array;
            case JsonValueKind.Object:
                ScriptObject members = new();
                foreach (JsonProperty property in element.EnumerateObject())
                    members[property.Name] = FromJson(property.Value);
                return members;
            default:
                return Null;
        }
    }

    /// <summary>The value as a script prints it, in the invariant culture.</summary>
    public override string ToString() => ValuePrinter.Invariant(this);

    private static ScriptNumber NumberFromJson(JsonElement element)
    {
        string text = element.GetRawText();
        if (text.AsSpan().IndexOfAny('.', 'e', 'E') < 0)
            return ScriptNumber.Whole(BigInteger.Parse(text, CultureInfo.InvariantCulture));
        return element.TryGetDecimal(out decimal exact) ? ScriptNumber.Decimal(exact) : ScriptNumber.Double(element.GetDouble());
    }
}
