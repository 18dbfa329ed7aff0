using System.Text;
using System.Text.Json;

namespace Writ.Documents.Packs;

/// <summary>A JSON value that remembers where it stands, so that a mistake in a template file can be named by line and column.</summary>
internal sealed record LocatedJson(
    JsonValueKind Kind, SourcePosition At, string Text, IReadOnlyList<LocatedMember> Members, IReadOnlyList<LocatedJson> Items)
{
    private const int MaxDepth = 64;

    /// <summary>Reads one file; null when it is not JSON, with the reason in <paramref name="problems"/>. A repeated key is a problem.</summary>
    public static LocatedJson? Read(string file, ReadOnlySpan<byte> utf8, List<PackProblem> problems)
    {
        var lines = new LineTable(utf8);
        try
        {
            var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
            reader.Read();
            var value = ReadValue(ref reader, lines, file, problems);
            while (reader.Read()) { }
            return value;
        }
        catch (JsonException fault)
        {
            problems.Add(new PackProblem(file, (int)(fault.LineNumber ?? 0) + 1, (int)(fault.BytePositionInLine ?? 0) + 1,
                "pack-json-malformed", new Bilingual("不是合法的JSON", "not well-formed JSON")));
            return null;
        }
    }

    /// <summary>The member of an object, or null.</summary>
    public LocatedJson? Find(string name)
    {
        foreach (var member in Members)
            if (member.Name == name) return member.Value;
        return null;
    }

    /// <summary>Writes the value as plain JSON.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        switch (Kind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in Members)
                {
                    writer.WritePropertyName(member.Name);
                    member.Value.WriteTo(writer);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in Items) item.WriteTo(writer);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Text);
                break;
            default:
                writer.WriteRawValue(Text);
                break;
        }
    }

    private static LocatedJson ReadValue(ref Utf8JsonReader reader, LineTable lines, string file, List<PackProblem> problems)
    {
        var at = lines.At(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new List<LocatedMember>();
                var seen = new HashSet<string>(StringComparer.Ordinal);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var nameAt = lines.At(reader.TokenStartIndex);
                    var name = reader.GetString()!;
                    reader.Read();
                    if (!seen.Add(name))
                        problems.Add(new PackProblem(file, nameAt.Line, nameAt.Column, "pack-key-repeated",
                            new Bilingual($"键“{name}”重复", $"key \"{name}\" is repeated")));
                    members.Add(new LocatedMember(name, nameAt, ReadValue(ref reader, lines, file, problems)));
                }
                return new LocatedJson(JsonValueKind.Object, at, "", members, []);
            case JsonTokenType.StartArray:
                var items = new List<LocatedJson>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(ReadValue(ref reader, lines, file, problems));
                return new LocatedJson(JsonValueKind.Array, at, "", [], items);
            case JsonTokenType.String:
                return new LocatedJson(JsonValueKind.String, at, reader.GetString()!, [], []);
            case JsonTokenType.Number:
                return new LocatedJson(JsonValueKind.Number, at, Encoding.ASCII.GetString(reader.ValueSpan), [], []);
            case JsonTokenType.True:
                return new LocatedJson(JsonValueKind.True, at, "true", [], []);
            case JsonTokenType.False:
                return new LocatedJson(JsonValueKind.False, at, "false", [], []);
            default:
                return new LocatedJson(JsonValueKind.Null, at, "null", [], []);
        }
    }
}
