using Writ.Sealing.Certificates;
using Writ.Sealing.Cms;

namespace Writ.Sealing.Placing;

/// <summary>Whether a key may seal at a time, before anything is written.</summary>
internal static class KeyFitness
{
    public static IReadOnlyList<SealProblem> Check(ISealKey key, DateTimeOffset at)
    {
        var problems = new List<SealProblem>();
        var certificate = key.Certificate;
        var name = CertificateNames.Of(certificate);
        if (at < certificate.NotBefore)
            problems.Add(SealProblem.CertificateNotYetValid(name, certificate.NotBefore));
        if (at > certificate.NotAfter)
            problems.Add(SealProblem.CertificateExpired(name, certificate.NotAfter));
        if (!CertificateUse.MaySeal(certificate))
            problems.Add(SealProblem.CertificateKeyUsage(name));
        if (!key.Algorithm.Fits(certificate))
            problems.Add(SealProblem.CertificateAlgorithm(name));
        return problems;
    }
}
