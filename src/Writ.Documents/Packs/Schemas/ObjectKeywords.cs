using System.Text.Json;

namespace Writ.Documents.Packs;

/// <summary>properties, required, additionalProperties (always false). JSON Schema 2020-12 Core 10.3.2, Validation 6.5.3.</summary>
internal static class ObjectKeywords
{
    public static void Check(JsonElement value, SchemaNode schema, in Place place, ProblemList problems)
    {
        var seen = new bool[schema.Properties.Count];
        HashSet<string>? unknown = null;
        foreach (var member in value.EnumerateObject())
        {
            var name = NameOf(member);
            if (!schema.Index.TryGetValue(name, out var at))
            {
                var stranger = place.Unknown(name);
                if ((unknown ??= new HashSet<string>(StringComparer.Ordinal)).Add(name))
                    problems.Add("data-field-unknown", stranger, "不是本文书的字段", "is not a field of this writ");
                continue;
            }
            var property = schema.Properties[at];
            var field = place.Field(property);
            if (seen[at])
            {
                // RFC 8259, 4: what a repeated name means is left open, so a writ cannot stand on it.
                problems.Add("data-field-repeated", field, "重复出现", "occurs more than once");
                continue;
            }
            seen[at] = true;
            SchemaValidator.Check(member.Value, property.Schema, field, problems);
        }
        for (var at = 0; at < seen.Length; at++)
            if (!seen[at] && schema.Properties[at].Required)
                problems.Add("data-field-missing", place.Field(schema.Properties[at]), "必须填写", "is required");
    }

    /// <summary>A name with a lone surrogate cannot be read as text; it is certainly not declared.</summary>
    private static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }
}
