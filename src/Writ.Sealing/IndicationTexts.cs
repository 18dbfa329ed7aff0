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

    /// <summary>The reason in Chinese; empty when there is none to give.</summary>
    public static string Zh(SubIndication sub) => Of(sub).Zh;

    /// <summary>The same in English.</summary>
    public static string En(SubIndication sub) => Of(sub).En;

    private static (string Zh, string En) Of(SubIndication sub) => sub switch
    {
        SubIndication.None => ("", ""),
        SubIndication.FormatFailure => ("签章或者文件的格式不合规范，或者签章后有不被允许的改动", "the seal or the file is not as the standards demand, or was changed in a way that is not allowed"),
        SubIndication.HashFailure => ("所签内容的摘要不符，内容已被改动", "the digest of what was sealed does not match: it has been changed"),
        SubIndication.SigCryptoFailure => ("签名值与签章证书的公钥不符", "the signature value does not verify under the certificate's key"),
        SubIndication.Revoked => ("签章证书在签章之前已被吊销", "the certificate had been revoked before the seal was made"),
        SubIndication.Expired => ("签章证书在签章之前已经到期", "the certificate had expired before the seal was made"),
        SubIndication.NotYetValid => ("签章之时证书尚未生效", "the certificate was not yet valid when the seal was made"),
        SubIndication.SigConstraintsFailure => ("签章的属性不合签章格式的要求", "the seal's attributes are not what its format demands"),
        SubIndication.ChainConstraintsFailure => ("证书或者证书链不得用于签章（用途或者约束不符）", "the certificate or its chain may not be used for this (key usage or constraints)"),
        SubIndication.CertificateChainGeneralFailure => ("证书链中有证书的签名不成立", "a certificate of the chain does not bear its issuer's signature"),
        SubIndication.CryptoConstraintsFailure => ("签章使用了不受支持的算法，或者签章时已不再安全的算法", "an algorithm is not supported, or was no longer secure when the seal was made"),
        SubIndication.TimestampOrderFailure => ("时间戳的先后次序相互矛盾", "the timestamps contradict each other in their order"),
        SubIndication.NoSigningCertificateFound => ("找不到签章证书", "the signer's certificate was not found"),
        SubIndication.NoCertificateChainFound => ("签章证书不能追溯到所给的受信任根证书", "the certificate does not lead to any of the given roots"),
        SubIndication.RevokedNoPoe => ("签章证书已被吊销，没有证据证明签章成于吊销之前", "the certificate is revoked, and nothing proves that the seal existed before"),
        SubIndication.RevokedCaNoPoe => ("证书链中的签发机构证书已被吊销，没有证据证明签章成于吊销之前", "an issuer of the chain is revoked, and nothing proves that the seal existed before"),
        SubIndication.OutOfBoundsNoPoe => ("证书已不在有效期内，没有证据证明签章成于有效期内", "the certificate is outside its validity, and nothing proves that the seal was made within it"),
        SubIndication.CryptoConstraintsFailureNoPoe => ("签章使用的算法已不再安全，没有证据证明签章成于此前", "an algorithm is no longer secure, and nothing proves that the seal existed before"),
        SubIndication.NoPoe => ("没有可信的时间证据", "there is no trusted proof of when the seal existed"),
        SubIndication.TryLater => ("缺少证书吊销状态的证明，补充后可再次核验", "proof of the revocation state is missing; examine again when it is there"),
        SubIndication.SignedDataNotFound => ("没有可以核验的签章", "there is no seal to examine"),
        _ => throw new ArgumentOutOfRangeException(nameof(sub)),
    };
}
