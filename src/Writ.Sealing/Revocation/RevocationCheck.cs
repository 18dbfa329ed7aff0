using System.Security.Cryptography.X509Certificates;
using Writ.Sealing.Certificates;

namespace Writ.Sealing;

/// <param name="Certificate">Whom the verdict is about.</param>
/// <param name="Answer">The best proof found; <see cref="RevocationState.Unknown"/> when there is none.</param>
internal sealed record RevocationFinding(X509Certificate2 Certificate, RevocationAnswer Answer);

/// <summary>Decides, from evidence alone, whether the certificates of a path were revoked.</summary>
internal static class RevocationCheck
{
    /// <summary>One finding for each certificate of the path but the root, and for none that is free of the question.</summary>
    /// <param name="provenAt">The time at which the signature is known to have existed; a proof must speak at or after it, or still be fresh then.</param>
    public static IReadOnlyList<RevocationFinding> Examine(IReadOnlyList<X509Certificate2> path, ValidationData evidence, DateTimeOffset provenAt, DateTimeOffset now)
    {
        var answers = evidence.OcspResponses.Select(TryOcsp).OfType<OcspAnswer>().ToList();
        var lists = evidence.Crls.Select(TryCrl).OfType<CertificateRevocations>().ToList();
        var findings = new List<RevocationFinding>();
        for (var i = 0; i + 1 < path.Count; i++)
        {
            if (CertificateUse.NeedsNoRevocationCheck(path[i]))
                continue;
            findings.Add(new RevocationFinding(path[i], Best(path[i], path[i + 1], answers, lists, provenAt, now)));
        }
        return findings;
    }

    private static RevocationAnswer Best(X509Certificate2 certificate, X509Certificate2 issuer, List<OcspAnswer> answers, List<CertificateRevocations> lists, DateTimeOffset provenAt, DateTimeOffset now)
    {
        RevocationAnswer? best = null;
        var why = "no OCSP response or CRL";
        var all = answers.Select(a => a.Examine(certificate, issuer, [])).Concat(lists.Select(l => l.Examine(certificate, issuer)));
        foreach (var answer in all)
        {
            if (answer.State == RevocationState.Unknown)
            {
                if (answer.Detail is not ("the response is about other certificates" or "the list is of another issuer"))
                    why = answer.Detail;
                continue;
            }
            if (answer.State == RevocationState.Revoked)
                return answer; // one proof of revocation outweighs any number of older good ones
            if (answer.ThisUpdate > now || (answer.NextUpdate is { } next ? next < provenAt : answer.ThisUpdate < provenAt))
            {
                why = "the proof is not of the time in question";
                continue;
            }
            // RFC 5280, 3.3: a list may leave out a certificate once it has ended.
            if (answer.ThisUpdate > certificate.NotAfter)
            {
                why = "the proof was made after the certificate had ended";
                continue;
            }
            if (best is null || answer.ThisUpdate > best.ThisUpdate)
                best = answer;
        }
        return best ?? RevocationAnswer.Unusable(why);
    }

    private static OcspAnswer? TryOcsp(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return OcspAnswer.Parse(bytes);
        }
        catch (CmsFormatException)
        {
            return null; // a broken proof is no proof
        }
    }

    private static CertificateRevocations? TryCrl(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return CertificateRevocations.Parse(bytes);
        }
        catch (CmsFormatException)
        {
            return null;
        }
    }
}
