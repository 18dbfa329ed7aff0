using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Writ.Scripting;

/// <summary><c>object.from_json</c> and <c>object.to_json</c>.</summary>
internal static class JsonText
{
    public static ScriptValue Read(Arguments a)
    {
        string text = a.RequiredText(0);
        using JsonDocument document = JsonDocument.Parse(text);
        return Value(document.RootElement);
    }

    public static ScriptValue Write(Arguments a)
    {
        StringBuilder text = new();
        Write(a, a.Value(0), text, 0);
        return new ScriptText(text.ToString());
    }

    // Every number is a decimal here, with the scale it was written with.
    private static ScriptValue Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => ObjectOf(element),
        JsonValueKind.Array => new ScriptArray(element.EnumerateArray().Select(Value)),
        JsonValueKind.Number when element.TryGetDecimal(out decimal exact) => ScriptNumber.Decimal(exact),
        JsonValueKind.Number => ScriptNumber.Double(element.GetDouble()),
        _ => ScriptValue.FromJson(element),
    };

    private static ScriptObject ObjectOf(JsonElement element)
    {
        ScriptObject members = new();
        foreach (JsonProperty property in element.EnumerateObject())
            members[property.Name] = Value(property.Value);
        return members;
    }

    private static void Write(Arguments a, ScriptValue value, StringBuilder text, int depth)
    {
        switch (value)
        {
            case ScriptNull or ScriptEmpty:
                text.Append("null");
                break;
            case ScriptBool flag:
                text.Append(flag.Value ? "true" : "false");
                break;
            case ScriptNumber number:
                if (number.NumberKind is NumberKind.Double or NumberKind.Float && !double.IsFinite(number.AsDouble))
                    throw a.Fault("Infinite and NaN have no JSON form");
                text.Append(number.Text(CultureInfo.InvariantCulture));
                break;
            case ScriptDate date:
                text.Append('"').Append(Moment(a, date.Value)).Append('"');
                break;
            case ScriptDuration duration:
                Quote(text, duration.Value.ToString("c", CultureInfo.InvariantCulture));
                break;
            case ScriptObject members:
                Deeper(a, depth);
                text.Append('{');
                bool first = true;
                foreach ((string name, ScriptValue member) in members.Pairs)
                {
                    a.Run.Step(a.Site.Place);
                    if (!first)
                        text.Append(',');
                    first = false;
                    Quote(text, name);
                    text.Append(':');
                    Write(a, member, text, depth + 1);
                }
                text.Append('}');
                break;
            case ScriptArray or ScriptSequence:
                Deeper(a, depth);
                text.Append('[');
                bool begins = true;
                foreach (ScriptValue item in a.Run.Walk(Lists.TryWalk(value)!, a.Site.Place))
                {
                    if (!begins)
                        text.Append(',');
                    begins = false;
                    Write(a, item, text, depth + 1);
                }
                text.Append(']');
                break;
            case ScriptFunction:
                throw a.Fault("A function has no JSON form");
            default:
                Quote(text, a.Run.Text(value));
                break;
        }
    }

    private static string Moment(Arguments a, DateTime moment) =>
        moment.ToString(moment.TimeOfDay.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-ddTHH:mm:ss" : "yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)
        + (moment.Kind switch
        {
            DateTimeKind.Utc => "Z",
            DateTimeKind.Local => new DateTimeOffset(2000, 1, 1, 0, 0, 0, DateFormat.Zone(a.Run)).ToString("zzz", CultureInfo.InvariantCulture),
            _ => "",
        });

    private static void Deeper(Arguments a, int depth)
    {
        if (depth >= a.Run.Limits.ObjectDepth)
            throw a.Fault("A possible object cycle was detected, or the value is too deeply nested.");
    }

    private static void Quote(StringBuilder text, string value) => text.Append('"').Append(JavaScriptEncoder.Default.Encode(value)).Append('"');
}
