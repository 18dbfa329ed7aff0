using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Writ.Sealing.Certificates;
using Writ.Sealing.Checking;
using Writ.Sealing.Cms;

namespace Writ.Sealing;

internal enum TimestampFault
{
    None,
    ImprintWrong,
    SignatureWrong,
    CertificateUse,
    OutsideValidity,
    Untrusted,
}

/// <param name="Signer">Certificate of the authority, when found.</param>
internal sealed record TimestampCheckResult(TimestampFault Fault, Reason Detail, X509Certificate2? Signer, ChainResult? Chain)
{
    /// <summary>Why a genuine token is not trusted, in the words of ETSI EN 319 102-1.</summary>
    public SubIndication Sub { get; init; }

    /// <summary>The token is genuine, whoever made it.</summary>
    public bool Intact => Fault is TimestampFault.None or TimestampFault.Untrusted;
}

/// <summary>Holds a token against the digest it should stamp and against trust at a time.</summary>
internal static class TimestampCheck
{
    /// <param name="at">The time for which the token itself is proven to have existed: now, or that of a later document timestamp.</param>
    /// <param name="evidence">Proofs of revocation; none where the authority has just answered.</param>
    public static TimestampCheckResult Examine(
        TimestampToken token, ReadOnlySpan<byte> digest, TrustAnchors trust, DateTimeOffset at, IEnumerable<X509Certificate2>? helpers = null, ValidationData? evidence = null, DateTimeOffset? now = null)
    {
        if (!token.Imprint.Span.SequenceEqual(digest))
            return new(TimestampFault.ImprintWrong, new("时间戳所盖的不是该内容", "the imprint is of something else"), null, null);

        var content = token.Data.Content!.Value;
        var certificates = helpers is null ? token.Certificates : token.Certificates.Concat(helpers);
        var signer = SignerCheck.Check(token.Data, hash => HashAlgorithms.Digest(hash, content.Span), certificates.Concat(trust.Intermediates).Concat(trust.Roots), requireSigningCertificate: true);
        if (!signer.Holds)
            return new(TimestampFault.SignatureWrong, SignatureRule.Words(signer.Fault), signer.Certificate, null);
        var authority = signer.Certificate!;
        if (!CertificateUse.MayStamp(authority))
            return new(TimestampFault.CertificateUse, new("证书的扩展用途不是只用于时间戳，或者没有标为关键", "extended key usage must be critical and time stamping alone"), authority, null);
        if (token.Time < authority.NotBefore || token.Time > authority.NotAfter)
            return new(TimestampFault.OutsideValidity, new("时间戳的时刻在证书有效期之外", "time outside the certificate's validity"), authority, null);
        var chain = CertificateChain.Build(authority, certificates, trust, at);
        if (!chain.Trusted)
            return Untrusted(chain.Detail, chain.Verdict is ChainVerdict.Expired or ChainVerdict.NotYetValid ? SubIndication.OutOfBoundsNoPoe
                : chain.Verdict == ChainVerdict.NoPath ? SubIndication.NoCertificateChainFound : SubIndication.ChainConstraintsFailure);
        if (Weakest(token, signer.Hash, chain.Path) is { } weak && weak.End < at)
            return Untrusted(new($"{weak.Name} 自 {weak.End:yyyy-MM-dd} 起不再安全", $"{weak.Name} is not secure since {weak.End:yyyy-MM-dd}"), SubIndication.CryptoConstraintsFailureNoPoe);
        if (evidence is { IsEmpty: false } && RevocationCheck.Examine(chain.Path, evidence, at, now ?? at).LastOrDefault(r => Voids(r.Answer, token.Time, at)) is { } revoked)
            return Untrusted(Revoked(CertificateNames.Of(revoked.Certificate), revoked.Answer.RevokedAt!.Value.UtcDateTime),
                ReferenceEquals(revoked.Certificate, chain.Path[0]) ? SubIndication.RevokedNoPoe : SubIndication.RevokedCaNoPoe);
        return new(TimestampFault.None, Reason.None, authority, chain);

        TimestampCheckResult Untrusted(Reason detail, SubIndication sub) => new(TimestampFault.Untrusted, detail, authority, chain) { Sub = sub };
    }

    private static Reason Revoked(string name, DateTime at) =>
        new($"证书 {name} 已于 {at:yyyy-MM-dd HH:mm:ss} UTC 被吊销", $"{name} was revoked at {at:yyyy-MM-dd'T'HH:mm:ss'Z'}");

    private static WeakAlgorithm? Weakest(TimestampToken token, HashAlgorithmName? hash, IReadOnlyList<X509Certificate2> path) =>
        AlgorithmRule.Weakest(token.ImprintHash is { } imprint && HashAlgorithms.IsWeak(imprint) ? imprint : hash, token.Data.Signer.SignatureAlgorithm, path);

    // RFC 3161, 4: after a revocation for a harmless reason older tokens stay good; after any other only those proven to be older.
    private static bool Voids(RevocationAnswer answer, DateTimeOffset stamped, DateTimeOffset at) =>
        answer is { State: RevocationState.Revoked, RevokedAt: { } since } && since <= at && !(answer.ReasonCode is 0 or 3 or 4 or 5 && stamped < since);
}
