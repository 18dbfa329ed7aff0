using System.Formats.Asn1;
using Writ.Sealing.Certificates;
using Writ.Sealing.Cms;

namespace Writ.Sealing;

/// <summary>An authority's answer (RFC 3161, 2.4.2) and the one way to accept it.</summary>
public static class TimestampResponse
{
    public const string MediaType = "application/timestamp-reply";

    /// <summary>
    /// Accepts the answer to <paramref name="query"/>, or says which lie it tells: status, imprint, nonce, time, signature, certificate.
    /// </summary>
    /// <param name="tolerance">How far the authority's clock may be from <paramref name="now"/>.</param>
    public static SealOutcome<TimestampToken> Accept(string authority, TimestampQuery query, ReadOnlyMemory<byte> response, TrustAnchors trust, DateTimeOffset now, TimeSpan tolerance)
    {
        TimestampToken token;
        try
        {
            var encoded = ReadToken(response, out var status);
            if (encoded is null)
                return SealProblem.TimestampRejected(authority, status);
            token = TimestampToken.Parse(encoded.Value);
        }
        catch (CmsFormatException e)
        {
            return SealProblem.TimestampMalformed(authority, e.Message);
        }

        if (token.ImprintHash != query.Hash || !token.Imprint.Span.SequenceEqual(query.Imprint.Span))
            return SealProblem.TimestampImprint(authority);
        if (!query.NonceMatches(token.Nonce.Span))
            return SealProblem.TimestampNonce(authority);
        if (query.Policy is not null && token.Policy != query.Policy)
            return SealProblem.TimestampRejected(authority, $"policy {token.Policy}");
        if ((token.Time - now).Duration() > tolerance)
            return SealProblem.TimestampTimeOff(authority, token.Time, now);
        var check = TimestampCheck.Examine(token, query.Imprint.Span, trust, at: token.Time);
        if (check.Fault == TimestampFault.Untrusted)
            return SealProblem.TimestampUntrusted(authority, check.Chain?.Detail ?? Reason.None);
        if (check.Fault != TimestampFault.None)
            return SealProblem.TimestampSignature(authority, check.Detail);
        if (!token.Data.IsDer)
            return SealProblem.TimestampMalformed(authority, "not DER");
        return token;
    }

    private static ReadOnlyMemory<byte>? ReadToken(ReadOnlyMemory<byte> response, out string status)
    {
        var outer = new DerCursor(response, AsnEncodingRules.BER);
        var body = outer.ReadSequence();
        outer.EnsureEnd("TimeStampResp");
        var info = body.ReadSequence();
        var code = info.ReadSmallInteger();
        status = $"status {code}";
        if (code is not (0 or 1)) // granted, grantedWithMods
            return null;
        if (!body.HasMore)
            throw new CmsFormatException(body.Offset, "The response is granted but has no token");
        var token = body.ReadElement();
        body.EnsureEnd("TimeStampResp");
        return token;
    }
}
