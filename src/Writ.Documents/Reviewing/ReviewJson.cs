using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Writ.Sealing;

namespace Writ.Documents;

/// <summary>The report on a file as JSON, with the review of the writ where it is one of ours: <c>openapi/verify-report.schema.json</c>.</summary>
public static class ReviewJson
{
    /// <param name="file">Name of the document; only repeated.</param>
    public static string Write(string file, Report report, WritReview? review)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            ReportJson.Write(json, report);
            if (review is not null) Write(json, review);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, WritReview review)
    {
        json.WriteStartObject("writ");
        json.WriteString("documentId", review.DocumentId);
        json.WriteString("pack", review.PackId);
        json.WriteString("name", review.PackName);
        json.WriteString("packVersion", review.PackVersion);
        json.WriteString("profile", review.Profile);
        json.WriteString("issued", review.Issued);
        json.WriteString("dataHash", review.DataHash);
        json.WriteBoolean("dataAgrees", review.DataAgrees);
        json.WriteString("reproduced", review.ReproductionWord);
        json.WriteStartArray("slots");
        foreach (var slot in review.Slots)
        {
            json.WriteStartObject();
            json.WriteString("name", slot.Name);
            json.WriteString("label", slot.Label);
            json.WriteBoolean("required", slot.Required);
            json.WriteString("standing", slot.Word);
            if (slot.Person is { } person) json.WriteString("person", person);
            if (slot.At is { } at) json.WriteString("at", at);
            if (slot.SealHolds is { } holds) json.WriteBoolean("sealHolds", holds);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (var finding in review.Findings)
        {
            json.WriteStartObject();
            json.WriteString("code", finding.Code);
            json.WriteString("severity", ReportJson.Word(finding.Severity));
            json.WriteNumber("revision", finding.Revision);
            json.WriteStartObject("text");
            json.WriteString("zh", finding.Zh);
            json.WriteString("en", finding.En);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
