using System.Security.Cryptography.X509Certificates;
using Writ.Sealing.Certificates;

namespace Writ.Sealing.Checking;

/// <param name="Indication">What trust alone would give.</param>
/// <param name="Path">The certificates of the path, the signer's first.</param>
internal sealed record TrustResult(TrustEvidence Evidence, Indication Indication, SubIndication Sub, IReadOnlyList<X509Certificate2> Path)
{
    /// <summary>When that happened after which no such seal could be made: the signer's certificate ended or was revoked.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>The certificate leads to a trusted root at the time that counts, may be used for this, and was not revoked then.</summary>
internal static class TrustRule
{
    /// <param name="provenAt">Earliest time for which there is proof that the signature existed; null when there is none but now.</param>
    public static TrustResult Check(X509Certificate2 certificate, IEnumerable<X509Certificate2> helpers, TrustAnchors trust, ValidationData evidence, DateTimeOffset? provenAt, DateTimeOffset now)
    {
        var at = provenAt ?? now;
        var chain = CertificateChain.Build(certificate, helpers, trust, at);
        var names = chain.Path.Select(CertificateNames.Of).ToList();
        if (!chain.Trusted)
            return NoChain(certificate, chain, names, provenAt, at);

        var revocations = RevocationCheck.Examine(chain.Path, evidence, at, now);
        var lacking = revocations.Where(r => r.Answer.State == RevocationState.Unknown).Select(r => CertificateNames.Of(r.Certificate)).ToList();
        // The highest one first: when an issuer is gone, what it says about those below counts no more.
        var revoked = revocations.LastOrDefault(r => r.Answer is { State: RevocationState.Revoked, RevokedAt: { } since } && since <= at);
        if (revoked?.Answer.RevokedAt is { } ended)
        {
            var own = ReferenceEquals(revoked.Certificate, chain.Path[0]);
            return new TrustResult(
                new TrustEvidence(false, at, names, CertificateNames.Of(revoked.Certificate), new($"已于 {ended.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC 被吊销", $"revoked at {ended.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}"), false, lacking),
                Indication.Indeterminate, own ? SubIndication.RevokedNoPoe : SubIndication.RevokedCaNoPoe, chain.Path) { EndedAt = own ? ended : null };
        }
        if (!CertificateUse.MaySeal(certificate))
            return new TrustResult(new TrustEvidence(false, at, names, names[0], new("证书用途不包括签章", "key usage"), lacking.Count == 0, lacking), Indication.Indeterminate, SubIndication.ChainConstraintsFailure, chain.Path);
        return new TrustResult(new TrustEvidence(true, at, names, null, Reason.None, lacking.Count == 0, lacking), Indication.TotalPassed, SubIndication.None, chain.Path);
    }

    private static TrustResult NoChain(X509Certificate2 certificate, ChainResult chain, IReadOnlyList<string> names, DateTimeOffset? provenAt, DateTimeOffset at)
    {
        var own = chain.Failing is { } failing && failing.RawDataMemory.Span.SequenceEqual(certificate.RawDataMemory.Span);
        // EN 319 102-1, 5.5.4: that it existed before its certificate did is proof enough; that it is first proven after the end is not.
        var early = own && chain.Verdict == ChainVerdict.NotYetValid && provenAt is not null;
        return new TrustResult(
            new TrustEvidence(false, at, names, chain.Failing is null ? null : CertificateNames.Of(chain.Failing), chain.Detail, false, []),
            early ? Indication.TotalFailed : Indication.Indeterminate,
            chain.Verdict switch
            {
                ChainVerdict.NoPath => SubIndication.NoCertificateChainFound,
                ChainVerdict.NotYetValid when early => SubIndication.NotYetValid,
                ChainVerdict.Expired or ChainVerdict.NotYetValid => SubIndication.OutOfBoundsNoPoe,
                ChainVerdict.SignatureWrong => SubIndication.CertificateChainGeneralFailure,
                _ => SubIndication.ChainConstraintsFailure,
            },
            chain.Path) { EndedAt = own && chain.Verdict == ChainVerdict.Expired ? certificate.NotAfter : null };
    }
}
