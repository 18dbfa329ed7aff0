using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Writ.Sealing.Certificates;
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
internal sealed record TimestampCheckResult(TimestampFault Fault, string Detail, X509Certificate2? Signer, ChainResult? Chain)
{
    /// <summary>The token is genuine, whoever made it.</summary>
    public bool Intact => Fault is TimestampFault.None or TimestampFault.Untrusted;
}

/// <summary>Holds a token against the digest it should stamp and against trust at a time.</summary>
internal static class TimestampCheck
{
    public static TimestampCheckResult Examine(TimestampToken token, ReadOnlySpan<byte> digest, TrustAnchors trust, DateTimeOffset at, IEnumerable<X509Certificate2>? helpers = null)
    {
        if (!token.Imprint.Span.SequenceEqual(digest))
            return new(TimestampFault.ImprintWrong, "imprint", null, null);

        var content = token.Data.Content!.Value;
        var certificates = helpers is null ? token.Certificates : token.Certificates.Concat(helpers);
        var signer = SignerCheck.Check(token.Data, hash => HashAlgorithms.Digest(hash, content.Span), certificates.Concat(trust.Intermediates).Concat(trust.Roots), requireSigningCertificate: true);
        if (!signer.Holds)
            return new(TimestampFault.SignatureWrong, signer.Fault.ToString(), signer.Certificate, null);
        var authority = signer.Certificate!;
        if (!CertificateUse.MayStamp(authority))
            return new(TimestampFault.CertificateUse, "extended key usage must be critical and time stamping alone", authority, null);
        if (token.Time < authority.NotBefore || token.Time > authority.NotAfter)
            return new(TimestampFault.OutsideValidity, "time outside the certificate's validity", authority, null);
        var chain = CertificateChain.Build(authority, certificates, trust, at);
        return chain.Trusted
            ? new(TimestampFault.None, "", authority, chain)
            : new(TimestampFault.Untrusted, chain.Detail, authority, chain);
    }
}
