using System.Text.Json;
using System.Text.Json.Nodes;
using Writ.Documents.Packs;
using Writ.Pdf;
using Writ.Scripting;

namespace Writ.Documents;

/// <summary>
/// Masks case data by the classes of its schema: first each value at its own place, then, wherever a free text repeats it, there too.
/// </summary>
internal sealed class CaseMasking(CheckedData data, Audience audience)
{
    // A single character is no trace of anybody, and every text has it.
    private const int ShortestTrace = 2;
    private const int CodeTail = 6;

    private readonly DisclosureTerms terms = data.Profile.Disclosure;
    private readonly Dictionary<string, string> traces = new(StringComparer.Ordinal);

    public JsonNode Run()
    {
        var schema = data.Pack.Schema.Root;
        var masked = Object(data.Data, Completion.Complete(data.Data, schema), schema, schema.Privacy!);
        var longestFirst = traces.OrderByDescending(trace => trace.Key.Length).ThenBy(trace => trace.Key, StringComparer.Ordinal).ToArray();
        Cleared(masked, schema, longestFirst);
        return masked;
    }

    private JsonObject Object(JsonElement value, JsonElement complete, SchemaNode schema, string privacy)
    {
        var item = schema.Properties.Any(property => Conditional(property.Schema)) ? ScriptValue.FromJson(complete) : ScriptValue.Null;
        var masked = new JsonObject();
        foreach (var member in value.EnumerateObject())
        {
            var property = schema.Properties[schema.Index[member.Name]];
            if (Value(member.Value, complete.GetProperty(member.Name), property.Schema, privacy, item, property.Required) is { } kept) masked.Add(member.Name, kept);
        }
        return masked;
    }

    private static bool Conditional(SchemaNode node) => node.PrivacyWhen is not null || node.Items is { } items && Conditional(items);

    private JsonNode? Value(JsonElement value, JsonElement complete, SchemaNode schema, string within, ScriptValue item, bool required)
    {
        var privacy = schema.Privacy is not null && Applies(schema, complete, item) ? PrivacyClass.Within(within, schema.Privacy)! : within;
        switch (schema.Type)
        {
            case SchemaType.Object:
                var inner = Object(value, complete, schema, privacy);
                return !required && terms.Of(privacy, audience) == Treatment.Drop ? null : inner;
            case SchemaType.Array:
                var list = new JsonArray();
                var at = 0;
                foreach (var element in value.EnumerateArray())
                    if (Value(element, complete[at++], schema.Items!, privacy, item, required: true) is { } kept) list.Add(kept);
                return list;
        }
        var treatment = terms.Of(privacy, audience);
        if (treatment == Treatment.Keep)
            return audience == Audience.Public && terms.CodeTails && schema.Format == TextFormat.CreditCode ? Painted(value.GetString()!, Tail(value.GetString()!)) : JsonValue.Create(value);
        // A number is shown as its stars too: the script prints it like a text.
        if (schema.Type is SchemaType.Number or SchemaType.Integer) return treatment == Treatment.Drop && !required ? null : JsonValue.Create(Paint(value.GetRawText()));
        if (schema.Type != SchemaType.String || schema.Format is TextFormat.Date or TextFormat.DateTime or TextFormat.Time) return null;
        if (schema.Format == TextFormat.Image) return JsonValue.Create(Convert.ToBase64String(BlankPicture.Like(value.GetBytesFromBase64())));
        var text = value.GetString()!;
        var painted = schema.Enum is null ? Painted(text, schema.Format == TextFormat.Name ? Name(text) : Paint(text)) : JsonValue.Create(Paint(text));
        return treatment == Treatment.Drop && !required ? null : painted;
    }

    // A condition that cannot be decided must never show what it guards.
    private bool Applies(SchemaNode schema, JsonElement value, ScriptValue item)
    {
        if (schema.PrivacyWhen is null) return true;
        try
        {
            return schema.PrivacyWhen.Evaluate(new ScriptObject { ["value"] = ScriptValue.FromJson(value), ["item"] = item }, data.Profile.Scripts).IsTrue;
        }
        catch (ScriptException)
        {
            return true;
        }
    }

    private JsonValue Painted(string text, string painted)
    {
        // Several lines are looked for line by line: a free text breaks them where it likes.
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries))
            if (line.Length >= ShortestTrace) traces.TryAdd(line, line == text ? painted : Paint(line));
        return JsonValue.Create(painted);
    }

    private string Name(string text)
    {
        if (!terms.Surnames) return Paint(text);
        var masked = MaskName.Evaluate(new ScriptObject { ["name"] = ScriptValue.From(text) }, data.Profile.Scripts).ToString();
        return masked == text ? Paint(text) : masked;
    }

    private static readonly ScriptExpression MaskName = ScriptExpression.Parse("name | cn.mask_name");

    private static string Tail(string code) => code.Length <= CodeTail ? Paint(code) : string.Concat(code.AsSpan(0, code.Length - CodeTail), new string('*', CodeTail));

    /// <summary>Every character becomes a star of its own width; white space stays.</summary>
    private static string Paint(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        System.Text.Rune.IsWhiteSpace(rune) ? rune.ToString() : rune.IsAscii ? "*" : "＊"));

    /// <summary>Paints over every trace in the free texts of a node.</summary>
    /// <returns>What takes the place of a text; null for what stays where it is.</returns>
    private static JsonValue? Cleared(JsonNode node, SchemaNode schema, KeyValuePair<string, string>[] traces)
    {
        switch (schema.Type)
        {
            case SchemaType.Object:
                var members = node.AsObject();
                foreach (var (name, member) in members.ToArray())
                    if (Cleared(member!, schema.Properties[schema.Index[name]].Schema, traces) is { } text) members[name] = text;
                return null;
            case SchemaType.Array:
                var items = node.AsArray();
                for (var i = 0; i < items.Count; i++)
                    if (Cleared(items[i]!, schema.Items!, traces) is { } text) items[i] = text;
                return null;
            case SchemaType.String when schema.Enum is null && schema.Const is null && schema.Format is TextFormat.None or TextFormat.Name:
                return JsonValue.Create(traces.Aggregate(node.GetValue<string>(), (text, trace) => text.Replace(trace.Key, trace.Value, StringComparison.Ordinal)));
            default:
                return null;
        }
    }
}
