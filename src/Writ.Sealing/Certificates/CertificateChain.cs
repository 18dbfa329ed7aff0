using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Writ.Sealing.Certificates;

internal enum ChainVerdict
{
    Trusted,
    NoPath,
    Expired,
    NotYetValid,
    Constraint,
    SignatureWrong,
}

/// <param name="Path">Certificates found, the examined one first, the root last when one was reached.</param>
/// <param name="Failing">The certificate on which it failed.</param>
internal sealed record ChainResult(ChainVerdict Verdict, IReadOnlyList<X509Certificate2> Path, X509Certificate2? Failing, Reason Detail)
{
    public bool Trusted => Verdict == ChainVerdict.Trusted;
}

/// <summary>Builds a chain to given roots at a given time: no downloads, no machine roots, no revocation (that is decided from evidence).</summary>
internal static class CertificateChain
{
    public static ChainResult Build(X509Certificate2 certificate, IEnumerable<X509Certificate2> helpers, TrustAnchors trust, DateTimeOffset at)
    {
        if (trust.KnownPath(certificate, at) is { } known)
            return new ChainResult(ChainVerdict.Trusted, known, null, Reason.None);

        using var chain = new X509Chain();
        var policy = chain.ChainPolicy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.DisableCertificateDownloads = true;
        policy.RevocationMode = X509RevocationMode.NoCheck;
        policy.VerificationTime = at.UtcDateTime;
        policy.VerificationTimeIgnored = false;
        foreach (var root in trust.Roots)
            policy.CustomTrustStore.Add(root);
        foreach (var helper in trust.Intermediates)
            policy.ExtraStore.Add(helper);
        foreach (var helper in helpers)
            policy.ExtraStore.Add(helper);

        if (!TryBuild(chain, certificate, trust, out var built))
            return new ChainResult(ChainVerdict.NoPath, [certificate], certificate, new("证书的公钥无法解读", "the key of a certificate cannot be decoded"));
        var path = chain.ChainElements.Select(e => Cms.CertificateBytes.TryLoad(e.Certificate.RawDataMemory)!).ToList();
        if (built)
            trust.Remember(path);
        if (built)
            return new ChainResult(ChainVerdict.Trusted, path, null, Reason.None);
        if (path.Count == 0)
            path.Add(certificate);

        var flags = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, s) => all | s.Status);
        if (trust.Roots.Length == 0 || (flags & (X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.UntrustedRoot)) != 0)
            return new ChainResult(ChainVerdict.NoPath, path, path[^1], new("不能追溯到受信任的根证书", "no path to a trusted root"));
        if ((flags & X509ChainStatusFlags.NotSignatureValid) != 0)
            return Failed(ChainVerdict.SignatureWrong, X509ChainStatusFlags.NotSignatureValid, "证书的签名不成立", "signature of a certificate");
        if ((flags & ~X509ChainStatusFlags.NotTimeValid) == 0)
        {
            var failing = FirstWith(X509ChainStatusFlags.NotTimeValid);
            return at < failing.NotBefore
                ? new ChainResult(ChainVerdict.NotYetValid, path, failing, new("尚未生效", "not yet valid"))
                : new ChainResult(ChainVerdict.Expired, path, failing, new("已经到期", "expired"));
        }
        return Failed(ChainVerdict.Constraint, flags & ~X509ChainStatusFlags.NotTimeValid, "不合证书链的约束", "constraint of the path");

        ChainResult Failed(ChainVerdict verdict, X509ChainStatusFlags flag, string zh, string en) => new(verdict, path, FirstWith(flag), new($"{zh}:{flag}", $"{en}: {flag}"));

        X509Certificate2 FirstWith(X509ChainStatusFlags wanted)
        {
            for (var i = 0; i < chain.ChainElements.Count; i++)
                if (chain.ChainElements[i].ChainElementStatus.Any(s => (s.Status & wanted) != 0))
                    return path[i];
            return path[0];
        }
    }

    /// <summary>Says whether a path could be looked for at all: the platform throws over a certificate whose key it cannot decode.</summary>
    private static bool TryBuild(X509Chain chain, X509Certificate2 certificate, TrustAnchors trust, out bool built)
    {
        built = false;
        try
        {
            built = trust.Roots.Length > 0 && chain.Build(certificate);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
