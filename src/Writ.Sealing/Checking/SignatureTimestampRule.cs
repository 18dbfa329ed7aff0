using System.Security.Cryptography.X509Certificates;
using Writ.Sealing.Cms;

namespace Writ.Sealing.Checking;

/// <summary>The signature timestamp stamps the signature value; one that does not hold voids the time, never the integrity.</summary>
internal static class SignatureTimestampRule
{
    /// <param name="at">When the authority's certificate must lead to a root: now, or the time a later document timestamp proves.</param>
    public static TimestampEvidence? Check(SignedData data, TrustAnchors trust, IEnumerable<X509Certificate2> helpers, ValidationData evidence, DateTimeOffset at, DateTimeOffset now)
    {
        var attribute = data.Signer.UnsignedAttributes.FirstOrDefault(a => a.Oid == ObjectIdentifiers.SignatureTimestamp);
        if (attribute is null)
            return null;
        if (attribute.Values.Count == 0)
            return new TimestampEvidence(default, "", false, false, new("时间戳属性是空的", "the attribute is empty"));
        try
        {
            var token = TimestampToken.Parse(attribute.Values[0]);
            if (token.ImprintHash is not { } hash)
                return new TimestampEvidence(token.Time, "", false, false, new("时间戳所用的摘要算法不受支持", "the imprint's hash is not supported"));
            return Describe(token, TimestampCheck.Examine(token, HashAlgorithms.Digest(hash, data.Signer.Signature.Span), trust, at, helpers, evidence, now));
        }
        catch (CmsFormatException e)
        {
            return new TimestampEvidence(default, "", false, false, FormatReasons.Of(e));
        }
    }

    public static TimestampEvidence Describe(TimestampToken token, TimestampCheckResult check) => new(
        token.Time,
        check.Signer is null ? "" : Certificates.CertificateNames.Of(check.Signer),
        check.Intact,
        check.Fault == TimestampFault.None,
        check.Detail);
}
