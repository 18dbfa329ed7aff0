using System.Security.Cryptography;
using System.Text;

namespace Writ.Pdf;

/// <summary>Any file as stable text: its revisions, their lists, and every object a revision writes. Streams are shown with their filters undone, so that the compressor's version does not matter.</summary>
public static class PdfDump
{
    private const int LongestString = 200, LongestStream = 256 * 1024;

    /// <param name="places">Also say where things stand: offsets and lengths change with every byte before them.</param>
    public static string Write(PdfFile file, bool places = false)
    {
        var text = new StringBuilder();
        text.Append("PDF ").Append(file.Version).Append(file.Encrypted ? " encrypted" : "").Append(file.Repaired ? " repaired: " + file.RepairReason : "").Append('\n');
        AddAnomalies(text, file.Anomalies, places);
        foreach (var revision in file.Revisions) AddRevision(text, revision, places);
        return text.ToString();
    }

    private static void AddRevision(StringBuilder text, Revision revision, bool places)
    {
        text.Append("\nrevision ").Append(revision.Index).Append(' ').Append(revision.XrefKind.ToString().ToLowerInvariant());
        if (places) text.Append($" [{revision.Start}, {revision.End}) list at {revision.XrefOffset}");
        text.Append('\n');
        AddAnomalies(text, revision.Anomalies, places);
        text.Append("trailer ");
        // What only says where things are, or depends on everything, is left out.
        var trailer = revision.Trailer;
        foreach (var key in (ReadOnlySpan<string>)["Prev", "ID", "Length", "XRefStm", "DecodeParms", "Filter", "W", "Index"])
            if (!places) trailer = trailer.Without(key);
        AddValue(text, trailer, 0);
        text.Append('\n');
        foreach (var change in revision.Changes)
        {
            text.Append('\n').Append(change.Number).Append(' ').Append(change.Reference.Generation);
            if (change.Kind != ChangeKind.Added) text.Append(' ').Append(change.Kind.ToString().ToLowerInvariant());
            if (places && change.After.Kind == XrefEntryKind.InFile) text.Append(" at ").Append(change.After.Offset);
            if (change.After.Kind == XrefEntryKind.InStream) text.Append(" in ").Append(change.After.Stream);
            text.Append('\n');
            if (change.Kind != ChangeKind.Freed) AddObject(text, revision, change.Reference, places);
        }
    }

    private static void AddObject(StringBuilder text, Revision revision, PdfReference reference, bool places)
    {
        try
        {
            var value = revision.Get(reference);
            if (value is not PdfStream stream)
            {
                AddValue(text, value, 0);
                text.Append('\n');
                return;
            }
            var dictionary = stream.Dictionary;
            if (!places) dictionary = dictionary.Without("Length");
            AddValue(text, dictionary, 0);
            text.Append('\n');
            AddData(text, revision, stream);
        }
        catch (PdfFormatException fault)
        {
            text.Append("unreadable: ").Append(fault.Message).Append('\n');
        }
    }

    private static void AddData(StringBuilder text, Revision revision, PdfStream stream)
    {
        ReadOnlyMemory<byte> data;
        try
        {
            data = revision.Decode(stream);
        }
        catch (PdfFormatException)
        {
            // An image's own format: shown as it stands.
            data = stream.Data;
        }
        if (data.Length <= LongestStream && IsText(data.Span))
        {
            text.Append("stream\n").Append(Encoding.UTF8.GetString(data.Span)).Append(data.Span.EndsWith("\n"u8) ? "" : "\n").Append("endstream\n");
            return;
        }
        text.Append("stream of ").Append(data.Length).Append(" bytes, SHA-256 ").Append(Convert.ToHexStringLower(SHA256.HashData(data.Span).AsSpan(0, 8))).Append('\n');
    }

    private static void AddValue(StringBuilder text, PdfObject value, int indent)
    {
        switch (value)
        {
            case PdfDictionary dictionary:
                text.Append("<<");
                foreach (var entry in dictionary.Entries)
                {
                    text.Append('\n').Append(' ', (indent + 1) * 2).Append(new PdfName(entry.Key)).Append(' ');
                    AddValue(text, entry.Value, indent + 1);
                }
                text.Append(dictionary.Count == 0 ? ">>" : " >>");
                break;
            case PdfArray array:
                text.Append('[');
                for (var i = 0; i < array.Count; i++)
                {
                    if (i > 0) text.Append(' ');
                    AddValue(text, array[i], indent + 1);
                }
                text.Append(']');
                break;
            case PdfString { Bytes.Length: > LongestString } longer:
                text.Append("string of ").Append(longer.Bytes.Length).Append(" bytes, SHA-256 ").Append(Convert.ToHexStringLower(SHA256.HashData(longer.Bytes.Span).AsSpan(0, 8)));
                break;
            case PdfString { Hexadecimal: false } or PdfString { Bytes.Span: [0xFE, 0xFF, ..] }:
                var shown = ((PdfString)value).ToText();
                text.Append('(').Append(shown.Any(char.IsControl) ? value.ToString() : shown).Append(')');
                break;
            default:
                text.Append(value);
                break;
        }
    }

    private static void AddAnomalies(StringBuilder text, IReadOnlyList<Anomaly> anomalies, bool places)
    {
        foreach (var anomaly in anomalies)
            text.Append("! ").Append(anomaly.Kind).Append(places ? " at " + anomaly.Offset : "").Append(": ").Append(anomaly.Message).Append('\n');
    }

    private static bool IsText(ReadOnlySpan<byte> data)
    {
        if (!System.Text.Unicode.Utf8.IsValid(data)) return false;
        foreach (var b in data)
            if (b is < 0x20 and not ((byte)'\n' or (byte)'\r' or (byte)'\t')) return false;
        return true;
    }
}
