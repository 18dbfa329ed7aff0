using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Writ.Sealing;

/// <summary>A report as JSON, and its words as they stand in every machine-read answer.</summary>
public static class ReportJson
{
    public static string Word(Integrity integrity) => integrity switch
    {
        Integrity.IntactAndCovers => "intact-and-covers",
        Integrity.IntactWithAllowedLaterChanges => "intact-with-allowed-later-changes",
        Integrity.DisallowedModification => "disallowed-modification",
        Integrity.Broken => "broken",
        Integrity.NoSignature => "no-signature",
        _ => "unparsable",
    };

    /// <summary>ETSI EN 319 102-1, table 5.</summary>
    public static string Word(Indication indication) => indication switch
    {
        Indication.TotalPassed => "TOTAL-PASSED",
        Indication.TotalFailed => "TOTAL-FAILED",
        _ => "INDETERMINATE",
    };

    /// <summary>ETSI EN 319 102-1, table 6; empty when there is none.</summary>
    public static string Word(SubIndication sub)
    {
        if (sub == SubIndication.None)
            return "";
        var text = new StringBuilder();
        foreach (var c in sub.ToString())
        {
            if (char.IsUpper(c) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToUpperInvariant(c));
        }
        return text.ToString();
    }

    public static string Word(LaterChanges changes) => changes switch
    {
        LaterChanges.None => "none",
        LaterChanges.Permitted => "permitted",
        _ => "disallowed",
    };

    public static string Word(SealKind kind) => kind switch
    {
        SealKind.Certification => "certification",
        SealKind.Approval => "approval",
        _ => "document-timestamp",
    };

    public static string Word(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "information",
    };

    /// <param name="file">Name of the document; only repeated.</param>
    public static string Write(string file, Report report)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("file", file);
            Write(writer, report);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>The members of a report, into an object the caller has begun.</summary>
    public static void Write(Utf8JsonWriter writer, Report report)
    {
        writer.WriteString("integrity", Word(report.Integrity));
        writer.WriteString("verdict", Word(report.Indication));
        writer.WriteString("subIndication", Word(report.SubIndication));
        Texts(writer, "reason", report.Reason);
        Texts(writer, "sentence", new(report.VerdictZh, report.VerdictEn));
        writer.WriteNumber("revisions", report.Revisions);
        writer.WriteStartArray("seals");
        foreach (var seal in report.Seals)
            Write(writer, seal);
        writer.WriteEndArray();
        writer.WriteStartArray("emptyFields");
        foreach (var field in report.EmptyFields)
            writer.WriteStringValue(field);
        writer.WriteEndArray();
        Findings(writer, report.Findings);
    }

    private static void Write(Utf8JsonWriter writer, SealReport seal)
    {
        writer.WriteStartObject();
        writer.WriteString("field", seal.Field);
        writer.WriteString("kind", Word(seal.Kind));
        if (seal.Act is { } act)
            writer.WriteString("act", act.ToString());
        writer.WriteNumber("revision", seal.Revision);
        writer.WriteString("integrity", Word(seal.Integrity));
        writer.WriteBoolean("intact", seal.DigestHolds);
        writer.WriteBoolean("covers", seal.CoversRevision);
        writer.WriteString("changes", Word(seal.Changes));
        writer.WriteString("subFilter", seal.SubFilter);
        writer.WriteString("signer", seal.Signer);
        writer.WriteString("certificate", seal.Certificate is null ? null : Convert.ToHexStringLower(seal.Certificate.GetCertHash(System.Security.Cryptography.HashAlgorithmName.SHA256)));
        Time(writer, "claimedTime", seal.ClaimedTime);
        Time(writer, "provenTime", seal.ProvenTime);
        if (seal.Timestamp is { } timestamp)
        {
            writer.WriteStartObject("timestamp");
            Time(writer, "time", timestamp.Time);
            writer.WriteString("authority", timestamp.Authority);
            writer.WriteBoolean("intact", timestamp.Intact);
            writer.WriteBoolean("trusted", timestamp.Trusted);
            writer.WriteString("detail", timestamp.Detail.En);
            writer.WriteEndObject();
        }
        if (seal.Trust is { } trust)
        {
            writer.WriteStartObject("trust");
            writer.WriteBoolean("trusted", trust.Trusted);
            Time(writer, "at", trust.At);
            writer.WriteStartArray("path");
            foreach (var name in trust.Path)
                writer.WriteStringValue(name);
            writer.WriteEndArray();
            writer.WriteString("failing", trust.Failing);
            writer.WriteString("detail", trust.Detail.En);
            writer.WriteBoolean("revocationProven", trust.RevocationProven);
            writer.WriteEndObject();
        }
        if (seal.Level is { } level)
            writer.WriteString("level", $"B-{(level == SealLevel.B ? "B" : level.ToString())}");
        writer.WriteString("indication", Word(seal.Indication));
        writer.WriteString("subIndication", Word(seal.SubIndication));
        Texts(writer, "reason", seal.Reason);
        Findings(writer, seal.Findings);
        writer.WriteEndObject();
    }

    private static void Findings(Utf8JsonWriter writer, IReadOnlyList<Finding> findings)
    {
        writer.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            writer.WriteStartObject();
            writer.WriteString("code", finding.Code);
            writer.WriteString("severity", Word(finding.Severity));
            writer.WriteNumber("revision", finding.Revision);
            Texts(writer, "text", new(finding.Zh, finding.En));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter writer, string name, Reason words)
    {
        writer.WriteStartObject(name);
        writer.WriteString("zh", words.Zh);
        writer.WriteString("en", words.En);
        writer.WriteEndObject();
    }

    private static void Time(Utf8JsonWriter writer, string name, DateTimeOffset? time)
    {
        if (time is { } known)
            writer.WriteString(name, known);
    }
}
