using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Writ.Sealing.Cms;

namespace Writ.Sealing.Checking;

/// <param name="Problem">Null when the signature holds over the covered bytes.</param>
/// <param name="Data">The CMS, when it could be read.</param>
/// <param name="Token">The token, for a document timestamp.</param>
/// <param name="IsBaseline">True when the profile of PAdES baseline is met: ESS certificate, no signing-time, DER.</param>
internal sealed record SignatureResult(Reason? Problem, SubIndication Sub, X509Certificate2? Certificate, SignedData? Data, TimestampToken? Token, HashAlgorithmName? Hash, bool IsBaseline)
{
    /// <summary>What keeps a signature that holds from being what its /SubFilter says.</summary>
    public Reason? Shortcoming { get; init; }
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
            return Wrong(new($"签名格式（/SubFilter）{subFilter ?? "没有写明"} 不受支持，未予核验", $"/SubFilter {subFilter ?? "(none)"} is not supported and was not verified"), SubIndication.CryptoConstraintsFailure);
        try
        {
            return subFilter == Rfc3161 ? Timestamp(encoded, digestOf, extra) : Signature(subFilter, encoded, digestOf, extra);
        }
        catch (CmsFormatException e)
        {
            return Wrong(Malformed(FormatReasons.Of(e)), SubIndication.FormatFailure);
        }
    }

    private static SignatureResult Signature(string subFilter, ReadOnlyMemory<byte> encoded, Func<HashAlgorithmName, byte[]> digestOf, IReadOnlyList<X509Certificate2> extra)
    {
        var data = SignedData.Parse(encoded);
        // ISO 32000-2, 12.8.3.3.1: no content is encapsulated; an empty one is content too, and the digest would be that of nothing.
        if (data.Content is not null)
            return Wrong(new("签名另带有自己的内容", "the signature carries content of its own"), SubIndication.FormatFailure);
        if (data.ContentType != ObjectIdentifiers.Data)
            return Wrong(new($"所签内容的类型是 {data.ContentType}，不是数据", $"the signed content is {data.ContentType}"), SubIndication.FormatFailure);
        var cades = subFilter == CadesDetached;
        var check = SignerCheck.Check(data, digestOf, extra, requireSigningCertificate: false);
        if (!check.Holds)
            return new SignatureResult(Words(check.Fault), Sub(check.Fault), check.Certificate, data, null, check.Hash, false);
        var baseline = cades && data.IsDer && check.HasSigningCertificate && data.Signer.Single(ObjectIdentifiers.SigningTime) is null && !IsWeak(check.Hash, data.Signer.SignatureAlgorithm.Oid);
        return new SignatureResult(null, SubIndication.None, check.Certificate, data, null, check.Hash, baseline)
        {
            // EN 319 142-1, 6.3: the signature must name its certificate, or another of the same key could take its place.
            Shortcoming = cades && !check.HasSigningCertificate ? Words(SignerFault.SigningCertificateMissing) : null,
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
            return new SignatureResult(new("时间戳所用的摘要算法不受支持", "the imprint's hash is not supported"), SubIndication.CryptoConstraintsFailure, check.Certificate, token.Data, token, null, false);
        if (!token.Imprint.Span.SequenceEqual(digestOf(hash)))
            return new SignatureResult(new("时间戳所盖的是另外的字节", "the timestamp is over other bytes"), SubIndication.HashFailure, check.Certificate, token.Data, token, hash, false);
        return new SignatureResult(null, SubIndication.None, check.Certificate, token.Data, token, hash, true);
    }

    private static Reason Malformed(Reason why) => new($"签名不合规范：{why.Zh}", $"the signature is malformed: {why.En}");

    private static SignatureResult Wrong(Reason problem, SubIndication sub) => new(problem, sub, null, null, null, null, false);

    private static SubIndication Sub(SignerFault fault) => fault switch
    {
        SignerFault.MessageDigestWrong => SubIndication.HashFailure,
        SignerFault.SignatureWrong => SubIndication.SigCryptoFailure,
        SignerFault.CertificateMissing or SignerFault.CertificateMalformed => SubIndication.NoSigningCertificateFound,
        SignerFault.DigestUnsupported or SignerFault.SignatureUnsupported => SubIndication.CryptoConstraintsFailure,
        SignerFault.SigningCertificateMissing or SignerFault.SigningCertificateWrong => SubIndication.SigConstraintsFailure,
        _ => SubIndication.FormatFailure,
    };

    internal static Reason Words(SignerFault fault) => fault switch
    {
        SignerFault.MessageDigestWrong => new("所签字节已被改动", "the sealed bytes have changed"),
        SignerFault.SignatureWrong => new("签名值不成立", "the signature value is wrong"),
        SignerFault.CertificateMissing => new("缺少签章人的证书", "the signer's certificate is missing"),
        SignerFault.CertificateMalformed => new("签章人的证书无法读取", "the signer's certificate cannot be read"),
        SignerFault.DigestUnsupported => new("摘要算法不受支持", "the digest algorithm is not supported"),
        SignerFault.SignatureUnsupported => new("签名算法不受支持", "the signature algorithm is not supported"),
        SignerFault.SigningCertificateMissing => new("缺少指明签章证书的属性（signing-certificate）", "the signing-certificate attribute is missing"),
        SignerFault.SigningCertificateWrong => new("指明签章证书的属性（signing-certificate）所指的是另一张证书", "the signing-certificate attribute names another certificate"),
        SignerFault.ContentTypeWrong => new("内容类型属性（content-type）不符", "the content-type attribute is wrong"),
        SignerFault.MessageDigestMissing => new("缺少摘要属性（message-digest）", "the message-digest attribute is missing"),
        SignerFault.SignedAttributesMissing => new("没有被签名的属性", "there are no signed attributes"),
        _ => new("被签名的属性重复或者不合规范", "a signed attribute is repeated or malformed"),
    };
}
