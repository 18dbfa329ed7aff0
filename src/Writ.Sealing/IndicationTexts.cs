namespace Writ.Sealing;

/// <summary>What the indications of ETSI EN 319 102-1 say, in words for people.</summary>
public static class IndicationTexts
{
    public static string Zh(Indication indication) => indication switch
    {
        Indication.TotalPassed => "通过",
        Indication.TotalFailed => "不通过",
        _ => "不能确定",
    };

    public static string En(Indication indication) => indication switch
    {
        Indication.TotalPassed => "passed",
        Indication.TotalFailed => "failed",
        _ => "indeterminate",
    };

    /// <summary>The reason; empty when there is none to give.</summary>
    /// <param name="contradictory">The document says of itself what it does not print or hold.</param>
    internal static Reason Of(SubIndication sub, Integrity integrity, bool contradictory) => (sub, integrity, contradictory) switch
    {
        (SubIndication.FormatFailure, Integrity.Unparsable, _) => new("文件本身不能安全读取，可能已损坏、需要口令或者不是 PDF", "the file itself cannot be read safely: it is damaged, wants a password or is no PDF"),
        (SubIndication.FormatFailure, Integrity.DisallowedModification, _) => new("签章后有不被允许的改动", "it was changed after sealing in a way that is not allowed"),
        (SubIndication.FormatFailure, _, true) => new("文书自述、签署记录与所印内容相互矛盾", "what the writ says of itself, its records and what is printed contradict each other"),
        _ => Of(sub),
    };

    internal static Reason Of(SubIndication sub) => sub switch
    {
        SubIndication.None => Reason.None,
        SubIndication.FormatFailure => new("签章或者其所在位置不合规范", "the seal or its place in the file is not as the standards demand"),
        SubIndication.HashFailure => new("所签内容的摘要不符，内容已被改动", "the digest of what was sealed does not match: it has been changed"),
        SubIndication.SigCryptoFailure => new("签名值与签章证书的公钥不符", "the signature value does not verify under the certificate's key"),
        SubIndication.Revoked => new("签章证书在签章之前已被吊销", "the certificate had been revoked before the seal was made"),
        SubIndication.Expired => new("签章证书在签章之前已经到期", "the certificate had expired before the seal was made"),
        SubIndication.NotYetValid => new("签章之时证书尚未生效", "the certificate was not yet valid when the seal was made"),
        SubIndication.SigConstraintsFailure => new("签章的属性不合签章格式的要求", "the seal's attributes are not what its format demands"),
        SubIndication.ChainConstraintsFailure => new("证书或者证书链不得用于签章（用途或者约束不符）", "the certificate or its chain may not be used for this (key usage or constraints)"),
        SubIndication.CertificateChainGeneralFailure => new("证书链中有证书的签名不成立", "a certificate of the chain does not bear its issuer's signature"),
        SubIndication.CryptoConstraintsFailure => new("签章使用了不受支持的算法，或者签章时已不再安全的算法", "an algorithm is not supported, or was no longer secure when the seal was made"),
        SubIndication.TimestampOrderFailure => new("时间戳的先后次序相互矛盾", "the timestamps contradict each other in their order"),
        SubIndication.NoSigningCertificateFound => new("找不到签章证书", "the signer's certificate was not found"),
        SubIndication.NoCertificateChainFound => new("签章证书不能追溯到所给的受信任根证书", "the certificate does not lead to any of the given roots"),
        SubIndication.RevokedNoPoe => new("签章证书已被吊销，没有证据证明签章成于吊销之前", "the certificate is revoked, and nothing proves that the seal existed before"),
        SubIndication.RevokedCaNoPoe => new("证书链中的签发机构证书已被吊销，没有证据证明签章成于吊销之前", "an issuer of the chain is revoked, and nothing proves that the seal existed before"),
        SubIndication.OutOfBoundsNoPoe => new("证书已不在有效期内，没有证据证明签章成于有效期内", "the certificate is outside its validity, and nothing proves that the seal was made within it"),
        SubIndication.CryptoConstraintsFailureNoPoe => new("签章使用的算法已不再安全，没有证据证明签章成于此前", "an algorithm is no longer secure, and nothing proves that the seal existed before"),
        SubIndication.NoPoe => new("没有可信的时间证据", "there is no trusted proof of when the seal existed"),
        SubIndication.TryLater => new("缺少证书吊销状态的证明，补充后可再次核验", "proof of the revocation state is missing; examine again when it is there"),
        SubIndication.SignedDataNotFound => new("没有可以核验的签章", "there is no seal to examine"),
        _ => throw new ArgumentOutOfRangeException(nameof(sub)),
    };
}
