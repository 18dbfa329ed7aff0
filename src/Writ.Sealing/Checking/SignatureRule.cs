using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Writ.Sealing.Cms;

namespace Writ.Sealing.Checking;

/// <param name="Problem">Null when the signature holds over the covered bytes.</param>
/// <param name="Data">The CMS, when it could be read.</param>
/// <param name="Token">The token, for a document timestamp.</param>
/// <param name="IsBaseline">True when the profile of PAdES baseline is met: ESS certificate, no signing-time, DER.</param>
internal sealed record SignatureResult(string? Problem, SubIndication Sub, X509Certificate2? Certificate, SignedData? Data, TimestampToken? Token, HashAlgorithmName? Hash, bool IsBaseline)
{
    /// <summary>What keeps a signature that holds from being what its /SubFilter says.</summary>
    public string? Shortcoming { get; init; }
}

/// <summary>The signature in /Contents holds over the bytes of /ByteRange, by the meaning of its /SubFilter.</summary>
internal static class SignatureRule
{
    public const string CadesDetached = "ETSI.CAdES.detached";
    public const string Pkcs7Detached = "adbe.pkcs7.detached";
    public const string Rfc3161 = "ETSI.RFC3161";

    public static SignatureResult Check(string? subFilter, ReadOnlyMemory<byte> encoded, Func<HashAlgorithmName, byte[]> digestOf, IReadOnlyList<X509Certificate2> extra)
    {
        if (subFilter is not (CadesDetached or Pkcs7Detached or Rfc3161))
            return Wrong($"/SubFilter {subFilter ?? "(none)"} is not supported and was not verified", SubIndication.CryptoConstraintsFailure);
        try
        {
            return subFilter == Rfc3161 ? Timestamp(encoded, digestOf, extra) : Signature(subFilter, encoded, digestOf, extra);
        }
        catch (CmsFormatException e)
        {
            return Wrong($"the signature is malformed: {e.Message}", SubIndication.FormatFailure);
        }
    }

    private static SignatureResult Signature(string subFilter, ReadOnlyMemory<byte> encoded, Func<HashAlgorithmName, byte[]> digestOf, IReadOnlyList<X509Certificate2> extra)
    {
        var data = SignedData.Parse(encoded);
        // ISO 32000-2, 12.8.3.3.1: no content is encapsulated; an empty one is content too, and the digest would be that of nothing.
        if (data.Content is not null)
            return Wrong("the signature carries content of its own", SubIndication.FormatFailure);
        if (data.ContentType != ObjectIdentifiers.Data)
            return Wrong($"the signed content is {data.ContentType}", SubIndication.FormatFailure);
        var cades = subFilter == CadesDetached;
        var check = SignerCheck.Check(data, digestOf, extra, requireSigningCertificate: false);
        if (!check.Holds)
            return new SignatureResult(Words(check.Fault), Sub(check.Fault), check.Certificate, data, null, check.Hash, false);
        var baseline = cades && data.IsDer && check.HasSigningCertificate && data.Signer.Single(ObjectIdentifiers.SigningTime) is null && !IsWeak(check.Hash, data.Signer.SignatureAlgorithm.Oid);
        return new SignatureResult(null, SubIndication.None, check.Certificate, data, null, check.Hash, baseline)
        {
            // EN 319 142-1, 6.3: the signature must name its certificate, or another of the same key could take its place.
            Shortcoming = cades && !check.HasSigningCertificate ? "the signing-certificate attribute is missing" : null,
        };
    }

    private static bool IsWeak(HashAlgorithmName? content, string signature) =>
        (content is { } hash && HashAlgorithms.IsWeak(hash))
        || signature is ObjectIdentifiers.Md5WithRsa or ObjectIdentifiers.Sha1WithRsa or ObjectIdentifiers.EcdsaWithSha1 or ObjectIdentifiers.PlainEcdsaWithSha1 or ObjectIdentifiers.DsaWithSha1;

    private static SignatureResult Timestamp(ReadOnlyMemory<byte> encoded, Func<HashAlgorithmName, byte[]> digestOf, IReadOnlyList<X509Certificate2> extra)
    {
        var token = TimestampToken.Parse(encoded);
        var content = token.Data.Content!.Value;
        var check = SignerCheck.Check(token.Data, hash => HashAlgorithms.Digest(hash, content.Span), extra, requireSigningCertificate: true);
        if (!check.Holds)
            return new SignatureResult(Words(check.Fault), Sub(check.Fault), check.Certificate, token.Data, token, check.Hash, false);
        if (token.ImprintHash is not { } hash)
            return new SignatureResult("the imprint's hash is not supported", SubIndication.CryptoConstraintsFailure, check.Certificate, token.Data, token, null, false);
        if (!token.Imprint.Span.SequenceEqual(digestOf(hash)))
            return new SignatureResult("the timestamp is over other bytes", SubIndication.HashFailure, check.Certificate, token.Data, token, hash, false);
        return new SignatureResult(null, SubIndication.None, check.Certificate, token.Data, token, hash, true);
    }

    private static SignatureResult Wrong(string problem, SubIndication sub) => new(problem, sub, null, null, null, null, false);

    private static SubIndication Sub(SignerFault fault) => fault switch
    {
        SignerFault.MessageDigestWrong => SubIndication.HashFailure,
        SignerFault.SignatureWrong => SubIndication.SigCryptoFailure,
        SignerFault.CertificateMissing or SignerFault.CertificateMalformed => SubIndication.NoSigningCertificateFound,
        SignerFault.DigestUnsupported or SignerFault.SignatureUnsupported => SubIndication.CryptoConstraintsFailure,
        SignerFault.SigningCertificateMissing or SignerFault.SigningCertificateWrong => SubIndication.SigConstraintsFailure,
        _ => SubIndication.FormatFailure,
    };

    private static string Words(SignerFault fault) => fault switch
    {
        SignerFault.MessageDigestWrong => "the sealed bytes have changed",
        SignerFault.SignatureWrong => "the signature value is wrong",
        SignerFault.CertificateMissing => "the signer's certificate is missing",
        SignerFault.CertificateMalformed => "the signer's certificate cannot be read",
        SignerFault.DigestUnsupported => "the digest algorithm is not supported",
        SignerFault.SignatureUnsupported => "the signature algorithm is not supported",
        SignerFault.SigningCertificateMissing => "the signing-certificate attribute is missing",
        SignerFault.SigningCertificateWrong => "the signing-certificate attribute names another certificate",
        SignerFault.ContentTypeWrong => "the content-type attribute is wrong",
        SignerFault.MessageDigestMissing => "the message-digest attribute is missing",
        SignerFault.SignedAttributesMissing => "there are no signed attributes",
        _ => "a signed attribute is repeated or malformed",
    };
}
