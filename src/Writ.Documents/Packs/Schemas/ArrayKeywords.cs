using System.Text.Json;

namespace Writ.Documents.Packs;

/// <summary>items, minItems, maxItems. JSON Schema 2020-12 Core 10.3.1.2, Validation 6.4.</summary>
internal static class ArrayKeywords
{
    public static void Check(JsonElement value, SchemaNode schema, in Place place, ProblemList problems)
    {
        var count = value.GetArrayLength();
        if (count < schema.MinItems) problems.Add("data-items-too-few", place, $"至少{schema.MinItems}项，现有{count}项", $"needs at least {schema.MinItems} items, has {count}");
        if (count > schema.MaxItems)
        {
            problems.Add("data-items-too-many", place, $"至多{schema.MaxItems}项，现有{count}项", $"takes at most {schema.MaxItems} items, has {count}");
            return;
        }
        if (schema.Items is null) return;
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            SchemaValidator.Check(item, schema.Items, place.Item(index, schema.Items), problems);
            index++;
        }
    }
}
