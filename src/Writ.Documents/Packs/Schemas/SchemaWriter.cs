using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Writ.Documents.Packs;

/// <summary>Prints a resolved schema as a JSON Schema document others can use without our shared files.</summary>
internal static class SchemaWriter
{
    public static byte[] Write(SchemaNode root)
    {
        var buffer = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
        using (var writer = new Utf8JsonWriter(buffer, options)) Node(root, writer, isRoot: true);
        return buffer.ToArray();
    }

    private static void Node(SchemaNode node, Utf8JsonWriter writer, string? within = null, bool isRoot = false)
    {
        writer.WriteStartObject();
        if (isRoot) writer.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        writer.WriteString("type", SchemaNames.Of(node.Type));
        Text("title", node.Title, writer);
        Text("titleEn", node.TitleEn, writer);
        Text("description", node.Description, writer);
        Text("x-privacy", PrivacyClass.Within(within, node.Privacy), writer);
        Text("x-privacy-when", node.PrivacyWhen?.Text, writer);
        if (node.Format != TextFormat.None) writer.WriteString("format", SchemaNames.Of(node.Format));
        Text("pattern", node.Pattern?.ToString(), writer);
        Whole("minLength", node.MinLength, writer);
        Whole("maxLength", node.MaxLength, writer);
        Number("minimum", node.Minimum, writer);
        Number("maximum", node.Maximum, writer);
        Number("multipleOf", node.MultipleOf, writer);
        Values("enum", node.Enum, writer);
        if (node.Const is { } constant) Value("const", constant, writer);
        if (node.Default is { } otherwise) Value("default", otherwise, writer);
        if (node.Examples.Count > 0) Values("examples", node.Examples, writer);
        Whole("minItems", node.MinItems, writer);
        Whole("maxItems", node.MaxItems, writer);
        if (node.Items is { } items)
        {
            writer.WritePropertyName("items");
            Node(items, writer, PrivacyClass.HandedOn(within, node));
        }
        if (node.Type == SchemaType.Object) Members(node, writer, PrivacyClass.HandedOn(within, node));
        writer.WriteEndObject();
    }

    private static void Members(SchemaNode node, Utf8JsonWriter writer, string? privacy)
    {
        writer.WriteStartObject("properties");
        foreach (var property in node.Properties)
        {
            writer.WritePropertyName(property.Name);
            Node(property.Schema, writer, privacy);
        }
        writer.WriteEndObject();
        writer.WriteStartArray("required");
        foreach (var property in node.Properties.Where(property => property.Required)) writer.WriteStringValue(property.Name);
        writer.WriteEndArray();
        writer.WriteBoolean("additionalProperties", false);
    }

    private static void Text(string name, string? value, Utf8JsonWriter writer)
    {
        if (value is not null) writer.WriteString(name, value);
    }

    private static void Whole(string name, int? value, Utf8JsonWriter writer)
    {
        if (value is { } number) writer.WriteNumber(name, number);
    }

    private static void Number(string name, decimal? value, Utf8JsonWriter writer)
    {
        if (value is { } number) writer.WriteNumber(name, number);
    }

    private static void Value(string name, LocatedJson value, Utf8JsonWriter writer)
    {
        writer.WritePropertyName(name);
        value.WriteTo(writer);
    }

    private static void Values(string name, IReadOnlyList<LocatedJson>? values, Utf8JsonWriter writer)
    {
        if (values is null) return;
        writer.WriteStartArray(name);
        foreach (var value in values) value.WriteTo(writer);
        writer.WriteEndArray();
    }
}
