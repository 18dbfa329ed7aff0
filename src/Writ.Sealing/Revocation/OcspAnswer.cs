using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using Writ.Sealing.Certificates;
using Writ.Sealing.Cms;

namespace Writ.Sealing;

/// <summary>An OCSP response (RFC 6960, 4.2.1), read but not yet believed.</summary>
public sealed class OcspAnswer
{
    public const string MediaType = "application/ocsp-response";

    private sealed record Single(OcspCertificateId Id, RevocationAnswer Answer);

    private readonly IReadOnlyList<Single> singles;
    private readonly ReadOnlyMemory<byte> toBeSigned;
    private readonly AlgorithmIdentifier algorithm;
    private readonly ReadOnlyMemory<byte> signature;
    private readonly ReadOnlyMemory<byte> responderName;
    private readonly ReadOnlyMemory<byte> responderKeyHash;

    private OcspAnswer(ReadOnlyMemory<byte> encoded, DerCursor basic)
    {
        Encoded = encoded;
        toBeSigned = new DerCursor(basic.Rest, AsnEncodingRules.BER).ReadElement();
        var data = basic.ReadSequence();
        algorithm = AlgorithmIdentifier.Read(ref basic);
        signature = basic.ReadBitStringOctets();
        var certificates = new List<ReadOnlyMemory<byte>>();
        if (basic.NextIs(DerCursor.Context(0)))
        {
            var wrapper = basic.Enter(DerCursor.Context(0));
            var list = wrapper.ReadSequence();
            while (list.HasMore && certificates.Count < 16)
                certificates.Add(list.ReadElement());
        }
        basic.EnsureEnd("BasicOCSPResponse");
        Certificates = CertificateBytes.LoadAll(certificates);

        if (data.NextIs(DerCursor.Context(0)))
            data.ReadElement(); // version
        if (data.NextIs(DerCursor.Context(1)))
        {
            var byName = data.Enter(DerCursor.Context(1));
            responderName = byName.ReadElement();
        }
        else
        {
            var byKey = data.Enter(DerCursor.Context(2));
            responderKeyHash = byKey.ReadOctets();
        }
        ProducedAt = data.ReadGeneralizedTime();
        var responses = data.ReadSequence();
        var all = new List<Single>();
        while (responses.HasMore)
        {
            if (all.Count == 64)
                throw new CmsFormatException(responses.Offset, "Too many answers in one OCSP response");
            all.Add(ReadSingle(responses.ReadSequence()));
        }
        singles = all;
        if (data.NextIs(DerCursor.Context(1)))
        {
            var extensions = data.Enter(DerCursor.Context(1));
            Nonce = OcspNonce.Find(extensions.ReadSequence());
        }
    }

    /// <summary>The OCSPResponse, exactly.</summary>
    public ReadOnlyMemory<byte> Encoded { get; }

    public DateTimeOffset ProducedAt { get; }

    public ReadOnlyMemory<byte> Nonce { get; }

    internal IReadOnlyList<X509Certificate2> Certificates { get; }

    /// <exception cref="CmsFormatException">No OCSP response, or one that refuses to answer.</exception>
    public static OcspAnswer Parse(ReadOnlyMemory<byte> bytes)
    {
        var outer = new DerCursor(bytes, AsnEncodingRules.BER);
        var response = outer.ReadSequence();
        outer.EnsureEnd("OCSPResponse");
        var status = response.ReadEnumerated();
        if (status != 0)
            throw new CmsFormatException(0, $"The responder refused: status {status}"); // RFC 6960, 4.2.1
        var wrapper = response.Enter(DerCursor.Context(0));
        var typed = wrapper.ReadSequence();
        var type = typed.ReadOid();
        if (type != ObjectIdentifiers.OcspBasic)
            throw new CmsFormatException(typed.Offset, $"The response type {type} is not basic");
        var octets = typed.ReadOctets();
        var basic = new DerCursor(octets, AsnEncodingRules.BER);
        var inner = basic.ReadSequence();
        basic.EnsureEnd("BasicOCSPResponse");
        return new OcspAnswer(bytes, inner);
    }

    /// <summary>What the response says about the certificate, when it may say so: signed by the issuer, or by a delegate the issuer made.</summary>
    /// <param name="nonce">The nonce of the question; empty to accept a prepared answer.</param>
    public RevocationAnswer Examine(X509Certificate2 certificate, X509Certificate2 issuer, ReadOnlySpan<byte> nonce)
    {
        if (!nonce.IsEmpty && !Nonce.IsEmpty && !Nonce.Span.SequenceEqual(nonce))
            return RevocationAnswer.Unusable("the nonce answers another question");
        var single = singles.FirstOrDefault(s => s.Id.Names(certificate, issuer));
        if (single is null)
            return RevocationAnswer.Unusable("the response is about other certificates");
        var responder = FindResponder(issuer, out var detail);
        if (responder is null)
            return RevocationAnswer.Unusable(detail);
        if (PublicKeyCheck.OfMessage(responder, algorithm, toBeSigned.Span, signature.Span) != PublicKeyVerdict.Verified)
            return RevocationAnswer.Unusable("the signature of the response is wrong");
        if (single.Answer.ThisUpdate > ProducedAt)
            return RevocationAnswer.Unusable("the response speaks of a time after its own");
        return single.Answer;
    }

    // RFC 6960, 4.2.2.2: the issuer itself, or a certificate the issuer issued for OCSP signing
    private X509Certificate2? FindResponder(X509Certificate2 issuer, out string detail)
    {
        detail = "the responder's certificate is missing";
        if (IsResponder(issuer))
            return issuer;
        foreach (var candidate in Certificates)
        {
            if (!IsResponder(candidate))
                continue;
            if (candidate.RawDataMemory.Span.SequenceEqual(issuer.RawDataMemory.Span))
                return issuer;
            if (!CertificateUse.MayAnswerOcsp(candidate))
                detail = "the responder is not authorised (extended key usage)";
            else if (!IsIssuedBy(candidate, issuer))
                detail = "the responder was authorised by another issuer";
            else if (ProducedAt < candidate.NotBefore || ProducedAt > candidate.NotAfter)
                detail = "the responder's certificate was not valid when it answered";
            else
                return candidate;
        }
        return null;
    }

    private static bool IsIssuedBy(X509Certificate2 candidate, X509Certificate2 issuer) =>
        candidate.IssuerName.RawData.AsSpan().SequenceEqual(issuer.SubjectName.RawData) && CertificateSignature.Verifies(candidate, issuer);

    private bool IsResponder(X509Certificate2 candidate) => responderKeyHash.IsEmpty
        ? candidate.SubjectName.RawData.AsSpan().SequenceEqual(responderName.Span)
        : System.Security.Cryptography.SHA1.HashData(candidate.PublicKey.EncodedKeyValue.RawData).AsSpan().SequenceEqual(responderKeyHash.Span); // RFC 6960, 4.2.1: KeyHash is SHA-1

    private static Single ReadSingle(DerCursor single)
    {
        var id = OcspCertificateId.Read(ref single);
        var state = RevocationState.Unknown;
        DateTimeOffset? revokedAt = null;
        int? reason = null;
        if (single.NextIs(DerCursor.Context(0)))
        {
            single.ReadElement();
            state = RevocationState.Good;
        }
        else if (single.NextIs(DerCursor.Context(1)))
        {
            var revoked = single.Enter(DerCursor.Context(1));
            state = RevocationState.Revoked;
            revokedAt = revoked.ReadGeneralizedTime();
            if (revoked.NextIs(DerCursor.Context(0)))
                reason = revoked.Enter(DerCursor.Context(0)).ReadEnumerated();
        }
        else
        {
            single.ReadElement();
        }
        var thisUpdate = single.ReadGeneralizedTime();
        DateTimeOffset? nextUpdate = null;
        if (single.NextIs(DerCursor.Context(0)))
            nextUpdate = single.Enter(DerCursor.Context(0)).ReadGeneralizedTime();
        return new Single(id, new RevocationAnswer(state, revokedAt, reason, thisUpdate, nextUpdate, state == RevocationState.Unknown ? "the responder does not know the certificate" : ""));
    }
}
