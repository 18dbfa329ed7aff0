using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Writ.Documents;

/// <summary>
/// Writes what is sealed with an act: the act as it was sent, with every ink and print replaced by its digest and every number of a person cut to its end,
/// and what the service adds: document, slot, digest of the document before, time of receipt. The record is open to every reader of the file.
/// </summary>
internal static class ActRecord
{
    private const int KeptDigits = 4;
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Canonical bytes of the record.</summary>
    public static byte[] Write(DocumentState state, SlotState slot, Attestation act, SealedEvidence? evidence, DateTimeOffset now) => Canonical(json =>
    {
        json.WriteStartObject("act");
        foreach (var member in act.Source.EnumerateObject())
        {
            json.WritePropertyName(member.Name);
            Copy(json, member.Name, member.Value);
        }
        json.WriteEndObject();
        if (act.Captured is { } captured) json.WriteString("captured", captured);
        if (evidence is not null)
        {
            json.WriteStartObject("evidence");
            json.WriteString("sha256", evidence.PlainSha256);
            json.WriteString("envelopeSha256", Hash(evidence.Envelope.Span));
            json.WriteString("recipient", evidence.Recipient);
            json.WriteEndObject();
        }
        Frame(json, state, slot, now);
    });

    /// <summary>The record of a slot nobody used.</summary>
    public static byte[] WriteUnused(DocumentState state, SlotState slot, DateTimeOffset now) => Canonical(json =>
    {
        json.WriteStartObject("act");
        json.WriteString("act", "unused");
        json.WriteEndObject();
        Frame(json, state, slot, now);
    });

    /// <summary>What is to be encrypted: the act in full. <paramref name="nonce"/> keeps its digest from being guessed.</summary>
    public static byte[] Evidence(Attestation act, ReadOnlySpan<byte> nonce)
    {
        var hex = Convert.ToHexStringLower(nonce);
        return Canonical(json =>
        {
            json.WriteString("nonce", hex);
            json.WritePropertyName("act");
            act.Source.WriteTo(json);
        });
    }

    private static void Frame(Utf8JsonWriter json, DocumentState state, SlotState slot, DateTimeOffset now)
    {
        json.WriteNumber("version", 1);
        json.WriteString("document", state.DocumentId);
        json.WriteString("before", Hash(state.File.Bytes.Span));
        json.WriteString("received", now);
        json.WriteStartObject("slot");
        json.WriteString("name", slot.Name);
        json.WriteString("role", slot.Role);
        json.WriteString("label", slot.Label);
        json.WriteEndObject();
    }

    private static void Copy(Utf8JsonWriter json, string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when name == "ink":
                json.WriteStartObject();
                json.WriteString("format", value.GetProperty("format").GetString());
                json.WriteString("sha256", Hash(CanonicalJson.Write(value)));
                json.WriteEndObject();
                break;
            case JsonValueKind.String when name == "image":
                json.WriteStringValue("sha256:" + Hash(Convert.FromBase64String(value.GetString()!)));
                break;
            case JsonValueKind.String when name is "idNumber" or "phone":
                json.WriteStringValue(Masked(value.GetString()!));
                break;
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    json.WritePropertyName(member.Name);
                    Copy(json, member.Name, member.Value);
                }
                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray()) Copy(json, name, item);
                json.WriteEndArray();
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    private static string Masked(string number) => number.Length <= KeptDigits ? new string('*', number.Length) : new string('*', number.Length - KeptDigits) + number[^KeptDigits..];

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[] Canonical(Action<Utf8JsonWriter> members)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Relaxed))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        using var written = JsonDocument.Parse(stream.ToArray());
        return CanonicalJson.Write(written.RootElement);
    }
}
