using System.Text;
using System.Text.Json;
using Writ.Pdf;

namespace Writ.Documents;

/// <summary>The record of an act as one string of a signature dictionary: canonical JSON (RFC 8785) in UTF-8, so that the seal covers it and anyone can read it.</summary>
internal static class SealedRecord
{
    /// <summary>Private key of the signature dictionary (ISO 32000-2, annex E).</summary>
    public const string Key = "WRIT_Record";

    /// <summary>Private key of an appearance stream: reference to the encrypted evidence.</summary>
    public const string EvidenceKey = "WRIT_Evidence";

    public static PdfString Write(byte[] canonical) => new(canonical);

    /// <summary>The record in a signature dictionary; null when there is none that can be read.</summary>
    public static JsonElement? Read(PdfDictionary signature)
    {
        if (signature[Key] is not PdfString text) return null;
        try
        {
            using var json = JsonDocument.Parse(text.Bytes, new JsonDocumentOptions { MaxDepth = 16, AllowDuplicateProperties = false });
            return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
