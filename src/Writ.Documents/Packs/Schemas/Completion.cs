using System.Text.Json;

namespace Writ.Documents.Packs;

/// <summary>
/// Writes checked data as scripts see it: every declared field present in the order of the schema, absent lists empty, other absent values null,
/// defaults filled in, moments in one form, line ends as \n, a picture as its JSON path. Strict scripts may then name any declared field.
/// </summary>
internal static class Completion
{
    public static JsonElement Complete(JsonElement data, SchemaNode schema)
    {
        var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer)) Write(data, schema, writer, "$");
        return JsonElement.Parse(buffer.GetBuffer().AsSpan(0, checked((int)buffer.Length)));
    }

    private static void Write(JsonElement value, SchemaNode schema, Utf8JsonWriter writer, string path)
    {
        switch (schema.Type)
        {
            case SchemaType.Object:
                writer.WriteStartObject();
                foreach (var property in schema.Properties)
                {
                    writer.WritePropertyName(property.Name);
                    if (value.TryGetProperty(property.Name, out var member)) Write(member, property.Schema, writer, property.Schema.HoldsImages ? CaseImages.Path(path, property.Name) : "");
                    else WriteAbsent(property.Schema, writer);
                }
                writer.WriteEndObject();
                break;
            case SchemaType.Array when schema.Items is not null:
                writer.WriteStartArray();
                var at = 0;
                foreach (var item in value.EnumerateArray()) Write(item, schema.Items, writer, schema.HoldsImages ? CaseImages.Path(path, at++) : "");
                writer.WriteEndArray();
                break;
            case SchemaType.String when schema.Format == TextFormat.Image:
                writer.WriteStringValue(path);
                break;
            case SchemaType.String:
                var text = value.GetString()!;
                writer.WriteStringValue(schema.Format == TextFormat.DateTime ? DateTimeFormat.Plain(text) : text.Replace("\r\n", "\n").Replace('\r', '\n'));
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static void WriteAbsent(SchemaNode schema, Utf8JsonWriter writer)
    {
        if (schema.Default is { } otherwise)
        {
            otherwise.WriteTo(writer);
        }
        else if (schema.Type == SchemaType.Array)
        {
            writer.WriteStartArray();
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
