using System.Text.Json;
using Writ.Pdf;

namespace Writ.Documents.Rendering;

/// <summary>
/// The document's own account of itself, attached as <c>writ.json</c>: what it is, from which pack, and which form fields belong to which slot,
/// so that every later step and every outside reader needs nothing but the file.
/// </summary>
internal static class WritRecord
{
    public const string FileName = "writ.json";
    public const string CaseDataFileName = "case-data.json";

    public static byte[] Write(WritIdentity identity, Pack pack, DateTimeOffset issued, IReadOnlyList<SlotEntry> slots)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("documentId", identity.DocumentId);
            json.WriteStartObject("pack");
            json.WriteString("id", pack.Id);
            json.WriteString("name", pack.Name.Zh);
            json.WriteString("number", pack.Number);
            json.WriteString("version", pack.Version);
            json.WriteString("hash", pack.Hash);
            json.WriteEndObject();
            json.WriteString("profile", identity.Profile);
            json.WriteString("issued", issued);
            json.WriteString("dataHash", identity.DataHash);
            if (identity.Audience is { } audience)
            {
                json.WriteStartObject("derived");
                json.WriteString("audience", audience);
                if (identity.DerivedFrom is { } original) json.WriteString("document", original);
                if (identity.DerivedDigest is { } digest) json.WriteString("sha256", digest);
                json.WriteEndObject();
            }
            json.WriteStartArray("slots");
            foreach (var slot in slots) Write(json, slot);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, SlotEntry slot)
    {
        json.WriteStartObject();
        json.WriteNumber("number", slot.Number);
        json.WriteString("name", slot.Name);
        json.WriteString("role", slot.Declaration.Role);
        json.WriteString("label", slot.Declaration.Label.Zh);
        json.WriteBoolean("required", slot.Declaration.Required);
        json.WriteBoolean("perPage", slot.Declaration.PerPage);
        json.WriteNumber("order", slot.Declaration.Order);
        if (slot.Declaration.Phrase is { } phrase) json.WriteString("phrase", phrase);
        json.WriteString("seal", FieldNames.Seal(slot.Number));
        json.WriteStartArray("fields");
        foreach (var field in slot.Fields) json.WriteStringValue(field);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
