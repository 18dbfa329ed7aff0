using System.Security.Cryptography.X509Certificates;
using Writ.Sealing.Certificates;

namespace Writ.Sealing.Checking;

/// <param name="Indication">What trust alone would give.</param>
internal sealed record TrustResult(TrustEvidence Evidence, Indication Indication, SubIndication Sub);

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
            return new TrustResult(
                new TrustEvidence(false, at, names, chain.Failing is null ? null : CertificateNames.Of(chain.Failing), chain.Detail, false, []),
                Indication.Indeterminate,
                chain.Verdict switch
                {
                    ChainVerdict.NoPath => SubIndication.NoCertificateChainFound,
                    ChainVerdict.Expired or ChainVerdict.NotYetValid => provenAt is null ? SubIndication.OutOfBoundsNoPoe : SubIndication.NotYetValid,
                    _ => SubIndication.ChainConstraintsFailure,
                });

        var revocations = RevocationCheck.Examine(chain.Path, evidence, at, now);
        var revoked = revocations.FirstOrDefault(r => r.Answer.State == RevocationState.Revoked);
        var lacking = revocations.Where(r => r.Answer.State == RevocationState.Unknown).Select(r => CertificateNames.Of(r.Certificate)).ToList();
        if (revoked?.Answer.RevokedAt is { } since && since <= at)
        {
            var detail = $"revoked at {since.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}";
            return new TrustResult(
                new TrustEvidence(false, at, names, CertificateNames.Of(revoked.Certificate), detail, false, lacking),
                provenAt is null ? Indication.Indeterminate : Indication.TotalFailed,
                provenAt is null ? SubIndication.RevokedNoPoe : SubIndication.Revoked);
        }
        if (!CertificateUse.MaySeal(certificate))
            return new TrustResult(new TrustEvidence(false, at, names, names[0], "key usage", lacking.Count == 0, lacking), Indication.Indeterminate, SubIndication.ChainConstraintsFailure);
        return new TrustResult(new TrustEvidence(true, at, names, null, "", lacking.Count == 0, lacking), Indication.TotalPassed, SubIndication.None);
    }
}
