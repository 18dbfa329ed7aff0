using System.Globalization;

namespace Writ.Sealing;

/// <summary>Every refusal of this room, with its words.</summary>
public sealed partial record SealProblem
{
    public static SealProblem CertificateNotYetValid(string subject, DateTimeOffset from) => new("certificate-not-yet-valid",
        $"印章证书尚未生效:{subject},生效时间 {Time(from)}", $"The seal certificate is not valid yet: {subject}, valid from {Time(from)}", SealFault.Key);

    public static SealProblem CertificateExpired(string subject, DateTimeOffset until) => new("certificate-expired",
        $"印章证书已过期:{subject},有效期至 {Time(until)}", $"The seal certificate has expired: {subject}, valid until {Time(until)}", SealFault.Key);

    public static SealProblem CertificateKeyUsage(string subject) => new("certificate-key-usage",
        $"证书的密钥用途不允许电子签名:{subject}", $"The key usage of the certificate does not allow signatures: {subject}", SealFault.Key);

    public static SealProblem CertificateKeyMismatch(string name) => new("certificate-key-mismatch",
        $"印章密钥与证书不匹配:{name}", $"The seal key and its certificate do not belong together: {name}", SealFault.Key);

    public static SealProblem CertificateAlgorithm(string subject) => new("certificate-algorithm",
        $"证书的公钥与印章算法不符或强度不足:{subject}", $"The public key of the certificate does not fit the seal algorithm, or is too weak: {subject}", SealFault.Key);

    public static SealProblem CertificateRevoked(string subject, DateTimeOffset at) => new("certificate-revoked",
        $"证书已被吊销:{subject},吊销时间 {Time(at)}", $"The certificate has been revoked: {subject}, at {Time(at)}", SealFault.Key);

    /// <summary>Of a seal the document bears already: what it lacks, no later seal can give it.</summary>
    public static SealProblem CertificateUntrusted(string subject) => new("certificate-untrusted",
        $"证书无法追溯到受信任的根证书:{subject}", $"The certificate does not lead to a trusted root: {subject}", SealFault.Request);

    public static SealProblem RevocationMissing(string subject) => new("revocation-missing",
        $"缺少证书的吊销状态证明(OCSP 或 CRL):{subject}", $"No proof of the revocation state (OCSP or CRL) for: {subject}", SealFault.Authority, TimeSpan.FromMinutes(5));

    public static SealProblem KeyUnknown(string name) => new("seal-key-unknown",
        $"没有名为“{name}”的印章密钥", $"There is no seal key named '{name}'", SealFault.Request);

    public static SealProblem KeyUnavailable(string name) => new("seal-key-unavailable",
        $"印章密钥暂不可用:{name}", $"The seal key is not available: {name}", SealFault.Key, TimeSpan.FromMinutes(1));

    public static SealProblem KeyUnreadable(string name) => new("seal-key-unreadable",
        $"印章密钥无法读取(格式或口令错误):{name}", $"The seal key cannot be read (format or password): {name}", SealFault.Key);

    public static SealProblem DocumentUnreadable(string reason) => new("document-unreadable",
        $"文件不是可签章的 PDF:{reason}", $"The file is not a PDF that can be sealed: {reason}", SealFault.Document);

    public static SealProblem DocumentClosed(string field) => new("document-closed",
        $"文书已由“{field}”签章封存,不得再签", $"The document was closed by the seal '{field}'; nothing more may be sealed", SealFault.Request);

    public static SealProblem DocumentLocked(string field, string by) => new("field-locked",
        $"签章域“{field}”已被“{by}”锁定", $"The field '{field}' is locked by the seal '{by}'", SealFault.Request);

    public static SealProblem FieldTaken(string field) => new("seal-field-taken",
        $"签章域“{field}”已经签过", $"The seal field '{field}' is already sealed", SealFault.Request);

    public static SealProblem FieldMissing(string field) => new("seal-field-missing",
        $"文书中没有签章域“{field}”,且此时不得新增", $"The document has no seal field '{field}', and none may be added now", SealFault.Request);

    public static SealProblem FieldWrongType(string field) => new("seal-field-type",
        $"“{field}”不是签章域", $"'{field}' is not a seal field", SealFault.Request);

    public static SealProblem CertificationNotFirst(string field) => new("certification-not-first",
        $"首次认证签章必须是第一枚签章:{field}", $"A certifying seal must be the first seal of the document: {field}", SealFault.Request);

    public static SealProblem NothingSealed() => new("document-not-sealed",
        "文书尚无签章,无法追加长期验证信息", "The document bears no seal yet, so there is nothing to extend", SealFault.Request);

    public static SealProblem SpaceTooSmall(int needed, int reserved) => new("seal-space-too-small",
        $"签章预留空间不足:需要 {needed} 字节,预留 {reserved} 字节", $"The room reserved for the seal is too small: {needed} bytes needed, {reserved} reserved", SealFault.Authority);

    public static SealProblem TimestampDown(string authority, TimeSpan retryAfter) => new("timestamp-authority-down",
        $"时间戳服务不可用:{authority}", $"The timestamp authority does not answer: {authority}", SealFault.Authority, retryAfter);

    public static SealProblem TimestampRejected(string authority, string reason) => new("timestamp-rejected",
        $"时间戳服务拒绝了请求:{authority}({reason})", $"The timestamp authority rejected the request: {authority} ({reason})", SealFault.Authority, TimeSpan.FromMinutes(1));

    public static SealProblem TimestampMalformed(string authority, string reason) => new("timestamp-malformed",
        $"时间戳响应格式错误:{authority}({reason})", $"The timestamp response is malformed: {authority} ({reason})", SealFault.Authority, TimeSpan.FromMinutes(1));

    public static SealProblem TimestampNonce(string authority) => new("timestamp-nonce-wrong",
        $"时间戳响应的随机数与请求不符:{authority}", $"The timestamp response answers another request (nonce): {authority}", SealFault.Authority, TimeSpan.FromMinutes(1));

    public static SealProblem TimestampImprint(string authority) => new("timestamp-imprint-wrong",
        $"时间戳所盖摘要与请求不符:{authority}", $"The timestamp is over another digest: {authority}", SealFault.Authority, TimeSpan.FromMinutes(1));

    public static SealProblem TimestampTimeOff(string authority, DateTimeOffset time, DateTimeOffset now) => new("timestamp-time-off",
        $"时间戳时间 {Time(time)} 与本机时间 {Time(now)} 相差过大:{authority}", $"The timestamp says {Time(time)} while it is {Time(now)} here: {authority}", SealFault.Authority, TimeSpan.FromMinutes(1));

    public static SealProblem TimestampSignature(string authority, Reason reason) => new("timestamp-signature-wrong",
        $"时间戳签名验证失败:{authority}({reason.Zh})", $"The timestamp does not verify: {authority} ({reason.En})", SealFault.Authority, TimeSpan.FromMinutes(1));

    public static SealProblem TimestampUntrusted(string authority, Reason reason) => new("timestamp-certificate-untrusted",
        $"时间戳证书不可信:{authority}({reason.Zh})", $"The certificate of the timestamp authority is not trusted: {authority} ({reason.En})", SealFault.Authority);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
