using System.Text;
using System.Text.Json;
using Writ.Outside;
using Writ.Sealing;

namespace Writ.Cli;

/// <summary>One JSON line a file, so that any corpus can be run: integrity and verdict of the document, and each seal's answers apart.</summary>
internal static class VerifyLines
{
    public static int Run(DirectoryInfo folder, TrustAnchors anchors, DateTimeOffset moment, TextWriter output)
    {
        string[] files = [.. folder.EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(f => f.Extension.Equals(".pdf", StringComparison.OrdinalIgnoreCase))
            .Select(f => f.FullName)
            .Order(StringComparer.Ordinal)];
        foreach (string file in files)
        {
            byte[] document = File.ReadAllBytes(file);
            Report report = BoundedExamination.Run(document, anchors, moment);
            report = BoundedExamination.Review(document, report, null, null).Report;
            output.WriteLine(Line(Path.GetRelativePath(folder.FullName, file).Replace('\\', '/'), report));
            output.Flush();
        }
        return ExitCode.Passed;
    }

    public static string Line(string file, Report report)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("file", file);
            writer.WriteString("integrity", ReportJson.Word(report.Integrity));
            writer.WriteString("verdict", ReportJson.Word(report.Indication));
            writer.WriteStartArray("seals");
            foreach (SealReport seal in report.Seals)
            {
                writer.WriteStartObject();
                writer.WriteString("field", seal.Field);
                writer.WriteBoolean("intact", seal.DigestHolds);
                writer.WriteBoolean("covers", seal.CoversRevision);
                writer.WriteString("changes", ReportJson.Word(seal.Changes));
                writer.WriteString("indication", ReportJson.Word(seal.Indication));
                writer.WriteString("subIndication", ReportJson.Word(seal.SubIndication));
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
