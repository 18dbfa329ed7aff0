using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using Writ.Sealing;

namespace Writ.Documents;

/// <summary>A sealed capture (签署采集): what a person did at a tablet under a ticket, signed by the attestation seal with the time of receipt, and bound to the file that was shown.</summary>
/// <param name="Act">The act as an attestation states it.</param>
/// <param name="Sha256">Digest of the file it is bound to.</param>
/// <param name="DocumentId">Which document that is.</param>
/// <param name="Received">When the service took it.</param>
public sealed record Capture(JsonElement Act, string Sha256, string DocumentId, DateTimeOffset Received)
{
    private const string MediaType = "writ-capture+jws";

    /// <summary>Characters of a capture: the largest JSON body the service takes, in base64.</summary>
    public const int Longest = 6 << 20;

    // What a desk may add to a capture when it is recorded: who else was there, and what was filmed.
    private static readonly string[] Completing = ["officers", "witness", "noWitness", "recordings"];

    /// <summary>First half of signing it.</summary>
    public StatementDraft Draft(ISealKey key) => SignedStatement.Draft(MediaType, CanonicalJson.Write(JsonSerializer.SerializeToElement(new JsonObject
    {
        ["iat"] = Received.ToUnixTimeSeconds(),
        ["document"] = new JsonObject { ["id"] = DocumentId, ["sha256"] = Sha256 },
        ["act"] = JsonNode.Parse(Act.GetRawText()),
    })), key);

    /// <summary>A capture this service signed; or null and the reason: unreadable, forged.</summary>
    /// <param name="certificate">Of the attestation seal.</param>
    public static Capture? Read(string compact, X509Certificate2 certificate, string path, out Problem? problem)
    {
        problem = null;
        if (SignedStatement.Read(compact, MediaType, Longest) is not { } statement)
            problem = new Problem("capture-unreadable", path, new Bilingual("签署采集无法读取。", "The capture cannot be read."));
        else if (!statement.IsBy(certificate))
            problem = new Problem("capture-forged", path, new Bilingual("签署采集不是本服务签发的，或者已被改动。", "The capture was not sealed by this service, or was changed."), Basis.Unaltered);
        else
        {
            var document = statement.Payload.GetProperty("document");
            return new Capture(statement.Payload.GetProperty("act"), document.GetProperty("sha256").GetString()!, document.GetProperty("id").GetString()!,
                DateTimeOffset.FromUnixTimeSeconds(statement.Payload.GetProperty("iat").GetInt64()));
        }
        return null;
    }

    /// <summary>The act with what the desk adds; or null with what is wrong in <paramref name="problems"/>. What was captured is never replaced.</summary>
    /// <param name="completion">A JSON object with <c>officers</c>, <c>witness</c>, <c>noWitness</c> or <c>recordings</c>.</param>
    public JsonElement? Completed(JsonElement completion, List<Problem> problems)
    {
        var before = problems.Count;
        var members = new Members(completion, "$", problems, AttestationLimits.Default);
        var act = JsonObject.Create(Act)!;
        foreach (var name in Completing)
            if (members.Find(name) is { } value && !act.ContainsKey(name)) act[name] = JsonNode.Parse(value.GetRawText());
        members.End();
        return problems.Count > before ? null : JsonSerializer.SerializeToElement(act);
    }

    internal static string Day(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
