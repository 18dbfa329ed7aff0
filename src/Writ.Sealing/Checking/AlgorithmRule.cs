using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Writ.Sealing.Cms;

namespace Writ.Sealing.Checking;

/// <param name="Name">As people call it: SHA-1, RSA-1024.</param>
/// <param name="End">Until when what it signed could not be forged.</param>
internal sealed record WeakAlgorithm(string Name, DateTimeOffset End);

/// <summary>
/// Until when an algorithm resists forgery: MD5 until collisions were published, what gives less than 112 bits (SHA-1, short keys) until the
/// end of 2013 (NIST SP 800-131A Rev. 2). What it signed holds as far as it is proven to have existed before.
/// </summary>
internal static class AlgorithmRule
{
    private const int LeastModulus = 2048, LeastCurve = 224;

    private static readonly DateTimeOffset EndOfMd5 = new(2004, 8, 17, 0, 0, 0, TimeSpan.Zero), EndOf80Bits = new(2014, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The weakest of what a signature and its path rest on; null when all of it is strong. A root is trusted for itself, not for its own signature.</summary>
    /// <param name="path">The signer first; at least it.</param>
    public static WeakAlgorithm? Weakest(HashAlgorithmName? content, AlgorithmIdentifier signature, IReadOnlyList<X509Certificate2> path)
    {
        WeakAlgorithm? weakest = Hash(content) ?? Hash(HashOf(signature.Oid));
        for (var i = 0; i < path.Count; i++)
        {
            if (i + 1 < path.Count || path.Count == 1)
                Take(Hash(HashOf(path[i].SignatureAlgorithm.Value)));
            Take(Key(path[i]));
        }
        return weakest;

        void Take(WeakAlgorithm? other)
        {
            if (other is not null && (weakest is null || other.End < weakest.End))
                weakest = other;
        }
    }

    private static WeakAlgorithm? Hash(HashAlgorithmName? hash) =>
        hash == HashAlgorithmName.MD5 ? new WeakAlgorithm("MD5", EndOfMd5)
        : hash == HashAlgorithmName.SHA1 ? new WeakAlgorithm("SHA-1", EndOf80Bits)
        : null;

    private static HashAlgorithmName? HashOf(string? signature) => signature switch
    {
        ObjectIdentifiers.Md5WithRsa => HashAlgorithmName.MD5,
        ObjectIdentifiers.Sha1WithRsa or ObjectIdentifiers.EcdsaWithSha1 or ObjectIdentifiers.PlainEcdsaWithSha1 or ObjectIdentifiers.DsaWithSha1 => HashAlgorithmName.SHA1,
        _ => null,
    };

    private static WeakAlgorithm? Key(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPublicKey();
        if (rsa is not null)
            return rsa.KeySize < LeastModulus ? new WeakAlgorithm($"RSA-{rsa.KeySize}", EndOf80Bits) : null;
        using var curve = certificate.GetECDsaPublicKey();
        if (curve is not null)
            return curve.KeySize < LeastCurve ? new WeakAlgorithm($"ECDSA-{curve.KeySize}", EndOf80Bits) : null;
        using var dsa = certificate.GetDSAPublicKey();
        return dsa is not null && dsa.KeySize < LeastModulus ? new WeakAlgorithm($"DSA-{dsa.KeySize}", EndOf80Bits) : null;
    }
}
