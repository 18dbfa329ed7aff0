using System.Text.Json;
using Writ.Documents.Rendering;
using Writ.Pdf;

namespace Writ.Documents;

/// <summary>What one of our documents says of itself (<c>writ.json</c>), read back from the file alone.</summary>
/// <param name="Issued">The clock it was rendered by.</param>
/// <param name="Record">The whole record; its <c>slots</c> tell which fields belong to which slot.</param>
public sealed record WritFacts(string DocumentId, string PackId, string PackVersion, string PackHash, string Profile, DateTimeOffset Issued, JsonElement Record)
{
    /// <summary>A masked document for the party or the public: never issued, attested or closed.</summary>
    public bool IsDerived => Record.TryGetProperty("derived", out _);

    /// <summary>Null when the document is not ours: no record, or none that can be read.</summary>
    /// <exception cref="PdfFormatException">The document's embedded files cannot be read.</exception>
    public static WritFacts? Read(PdfFile document)
    {
        if (EmbeddedFiles.Find(document.Revisions[0], WritRecord.FileName) is not { } bytes) return null;
        try
        {
            using var json = JsonDocument.Parse(bytes);
            var record = json.RootElement;
            var pack = record.GetProperty("pack");
            return new WritFacts(Text(record, "documentId"), Text(pack, "id"), Text(pack, "version"), Text(pack, "hash"), Text(record, "profile"), record.GetProperty("issued").GetDateTimeOffset(), record.Clone());
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // A stranger's writ.json: the document is simply not one of ours.
            return null;
        }
    }

    private static string Text(JsonElement from, string name) => from.GetProperty(name).GetString() ?? throw new FormatException(name);
}
