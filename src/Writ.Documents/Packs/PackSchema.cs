using System.Text.Json;
using Writ.Documents.Packs;

namespace Writ.Documents;

/// <summary>What data a pack needs.</summary>
public sealed class PackSchema
{
    internal PackSchema(SchemaNode root)
    {
        Root = root;
        var fields = new List<PackField>();
        Collect(root, "$", root.Privacy, fields);
        Fields = fields;
        Json = SchemaWriter.Write(root);
    }

    /// <summary>The schema as one self-contained JSON Schema (2020-12) document, references resolved. UTF-8.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>Every declared field, in the order of declaration; items of a list are written <c>[*]</c>.</summary>
    public IReadOnlyList<PackField> Fields { get; }

    internal SchemaNode Root { get; }

    private static void Collect(SchemaNode node, string path, string? within, List<PackField> fields)
    {
        foreach (var property in node.Properties)
        {
            var at = $"{path}.{property.Name}";
            var schema = property.Schema;
            var privacy = PrivacyClass.Within(within, schema.Privacy);
            var handedOn = PrivacyClass.HandedOn(within, schema);
            fields.Add(new PackField(at, new Bilingual(property.Zh, property.En), SchemaNames.Of(schema.Type), property.Required, privacy ?? PrivacyClass.Ordinary));
            while (schema.Type == SchemaType.Array && schema.Items is { } items)
            {
                at += "[*]";
                schema = items;
                handedOn = PrivacyClass.HandedOn(handedOn, schema);
            }
            Collect(schema, at, handedOn, fields);
        }
    }
}
