using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Writ.Sealing;

namespace Writ.Documents;

/// <summary>
/// A signing ticket (签署票据): lets one person do certain acts on certain slots of exactly one file, until it ends. Signed by the attestation
/// seal, so that nothing need be remembered; worth nothing once the file has changed.
/// </summary>
public sealed record SigningTicket
{
    private const string MediaType = "writ-ticket+jws";
    private const int Longest = 1 << 20;

    private SigningTicket(JsonElement facts) => Facts = facts;

    /// <summary>Everything the ticket says, as the tablet reads it.</summary>
    public JsonElement Facts { get; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required string DocumentId { get; init; }

    public required ImmutableArray<string> Slots { get; init; }

    public required ImmutableArray<string> Acts { get; init; }

    public required int ReadingSeconds { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    internal JsonElement Person => Facts.GetProperty("person");

    internal JsonElement? Given => Facts.TryGetProperty("given", out var given) ? given : null;

    /// <summary>A ticket for the document as it stands; or null, with the rules that forbid it in <paramref name="problems"/>.</summary>
    /// <param name="seals">What <see cref="Verifier.Examine"/> says of the document.</param>
    public static SigningTicket? For(DocumentState state, TicketRequest request, Pack pack, Profile profile, Report seals, DateTimeOffset now, List<Problem> problems)
    {
        var acts = Issuing.Open(state, request, pack, profile, seals, now, problems);
        return problems.Exists(problem => problem.Severity == Severity.Error) ? null : Of(TicketFacts.Write(state, request, acts, profile, now));
    }

    /// <summary>First half of signing it.</summary>
    public StatementDraft Draft(ISealKey key) => SignedStatement.Draft(MediaType, CanonicalJson.Write(Facts), key);

    /// <summary>A ticket this service signed; or null and the reason: unreadable, forged.</summary>
    /// <param name="certificate">Of the attestation seal.</param>
    public static SigningTicket? Read(string compact, X509Certificate2 certificate, out Problem? problem)
    {
        problem = null;
        if (SignedStatement.Read(compact, MediaType, Longest) is not { } statement)
            problem = new Problem("ticket-unreadable", "$.ticket", new Bilingual("签署票据无法读取。", "The signing ticket cannot be read."));
        else if (!statement.IsBy(certificate))
            problem = new Problem("ticket-forged", "$.ticket", new Bilingual("签署票据不是本服务签发的，或者已被改动。", "The signing ticket was not issued by this service, or was changed."), Basis.Unaltered);
        else
            return Of(statement.Payload);
        return null;
    }

    private static SigningTicket Of(JsonElement facts)
    {
        var document = facts.GetProperty("document");
        return new SigningTicket(facts)
        {
            Sha256 = document.GetProperty("sha256").GetString()!,
            DocumentId = document.GetProperty("id").GetString()!,
            Slots = [.. facts.GetProperty("slots").EnumerateArray().Select(slot => slot.GetProperty("name").GetString()!)],
            Acts = [.. facts.GetProperty("acts").EnumerateArray().Select(act => act.GetString()!)],
            ReadingSeconds = facts.GetProperty("readingSeconds").GetInt32(),
            IssuedAt = DateTimeOffset.FromUnixTimeSeconds(facts.GetProperty("iat").GetInt64()),
            ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(facts.GetProperty("exp").GetInt64()),
        };
    }
}
