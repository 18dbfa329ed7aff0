using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Writ.Documents.Packs;

/// <summary>The pictures in checked case data by their JSON path, which is also what the script sees in their place.</summary>
internal static class CaseImages
{
    public static IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Collect(JsonElement data, SchemaNode schema)
    {
        if (!schema.HoldsImages) return FrozenDictionary<string, ReadOnlyMemory<byte>>.Empty;
        var images = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        Collect(data, schema, "$", images);
        return images;
    }

    public static string Path(string above, string field) => $"{above}.{field}";

    public static string Path(string above, int item) => string.Create(CultureInfo.InvariantCulture, $"{above}[{item}]");

    private static void Collect(JsonElement value, SchemaNode schema, string path, Dictionary<string, ReadOnlyMemory<byte>> images)
    {
        switch (schema.Type)
        {
            case SchemaType.Object:
                foreach (var property in schema.Properties)
                    if (property.Schema.HoldsImages && value.TryGetProperty(property.Name, out var member)) Collect(member, property.Schema, Path(path, property.Name), images);
                break;
            case SchemaType.Array:
                for (var i = 0; i < value.GetArrayLength(); i++) Collect(value[i], schema.Items!, Path(path, i), images);
                break;
            default:
                images.Add(path, value.GetBytesFromBase64());
                break;
        }
    }
}
