namespace Writ.Sealing.Cms;

/// <summary>The names of the standards, as numbers.</summary>
internal static class ObjectIdentifiers
{
    // RFC 5652
    public const string Data = "1.2.840.113549.1.7.1";
    public const string SignedData = "1.2.840.113549.1.7.2";
    public const string ContentType = "1.2.840.113549.1.9.3";
    public const string MessageDigest = "1.2.840.113549.1.9.4";
    public const string SigningTime = "1.2.840.113549.1.9.5";

    // RFC 2634, RFC 5035
    public const string SigningCertificate = "1.2.840.113549.1.9.16.2.12";
    public const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";

    // RFC 3161
    public const string TstInfo = "1.2.840.113549.1.9.16.1.4";
    public const string SignatureTimestamp = "1.2.840.113549.1.9.16.2.14";
    public const string TimeStampingUsage = "1.3.6.1.5.5.7.3.8";

    // RFC 6960
    public const string OcspBasic = "1.3.6.1.5.5.7.48.1.1";
    public const string OcspNonce = "1.3.6.1.5.5.7.48.1.2";
    public const string OcspNoCheck = "1.3.6.1.5.5.7.48.1.5";
    public const string OcspSigningUsage = "1.3.6.1.5.5.7.3.9";
    public const string AccessOcsp = "1.3.6.1.5.5.7.48.1";
    public const string AccessCaIssuers = "1.3.6.1.5.5.7.48.2";

    // RFC 5280
    public const string AuthorityInformationAccess = "1.3.6.1.5.5.7.1.1";
    public const string CrlDistributionPoints = "2.5.29.31";
    public const string CrlReason = "2.5.29.21";
    public const string CrlNumber = "2.5.29.20";
    public const string DeltaCrlIndicator = "2.5.29.27";
    public const string IssuingDistributionPoint = "2.5.29.28";
    public const string AuthorityKeyIdentifier = "2.5.29.35";
    public const string AdobeRevocationInfoArchival = "1.2.840.113583.1.1.8";

    // Hashes
    public const string Sha1 = "1.3.14.3.2.26";
    public const string Sha256 = "2.16.840.1.101.3.4.2.1";
    public const string Sha384 = "2.16.840.1.101.3.4.2.2";
    public const string Sha512 = "2.16.840.1.101.3.4.2.3";
    public const string Sha3_256 = "2.16.840.1.101.3.4.2.8";
    public const string Sha3_384 = "2.16.840.1.101.3.4.2.9";
    public const string Sha3_512 = "2.16.840.1.101.3.4.2.10";

    public const string Md5 = "1.2.840.113549.2.5";
    public const string Shake256 = "2.16.840.1.101.3.4.2.12";
    public const string Shake256WithLength = "2.16.840.1.101.3.4.2.18";

    // Signatures
    public const string Md5WithRsa = "1.2.840.113549.1.1.4";
    public const string Sha3_256WithRsa = "2.16.840.1.101.3.4.3.14";
    public const string Sha3_384WithRsa = "2.16.840.1.101.3.4.3.15";
    public const string Sha3_512WithRsa = "2.16.840.1.101.3.4.3.16";
    public const string EcdsaSignature = "1.2.840.10045.4";
    public const string EcdsaWithSpecified = "1.2.840.10045.4.3";
    // BSI TR-03111, 5.2.1.1: ecdsa-plain-signatures, r and s side by side.
    public const string PlainEcdsaWithSha1 = "0.4.0.127.0.7.1.1.4.1.1";
    public const string PlainEcdsaWithSha256 = "0.4.0.127.0.7.1.1.4.1.3";
    public const string PlainEcdsaWithSha384 = "0.4.0.127.0.7.1.1.4.1.4";
    public const string PlainEcdsaWithSha512 = "0.4.0.127.0.7.1.1.4.1.5";
    public const string EcdsaWithSha3_256 = "2.16.840.1.101.3.4.3.10";
    public const string EcdsaWithSha3_384 = "2.16.840.1.101.3.4.3.11";
    public const string EcdsaWithSha3_512 = "2.16.840.1.101.3.4.3.12";
    public const string Dsa = "1.2.840.10040.4.1";
    public const string DsaWithSha1 = "1.2.840.10040.4.3";
    public const string DsaWithSha256 = "2.16.840.1.101.3.4.3.2";
    public const string DsaWithSha384 = "2.16.840.1.101.3.4.3.3";
    public const string DsaWithSha512 = "2.16.840.1.101.3.4.3.4";
    public const string Ed25519 = "1.3.101.112";
    public const string Ed448 = "1.3.101.113";
    public const string RsaEncryption = "1.2.840.113549.1.1.1";
    public const string Sha1WithRsa = "1.2.840.113549.1.1.5";
    public const string Mgf1 = "1.2.840.113549.1.1.8";
    public const string RsaPss = "1.2.840.113549.1.1.10";
    public const string Sha256WithRsa = "1.2.840.113549.1.1.11";
    public const string Sha384WithRsa = "1.2.840.113549.1.1.12";
    public const string Sha512WithRsa = "1.2.840.113549.1.1.13";
    public const string EcPublicKey = "1.2.840.10045.2.1";
    public const string EcdsaWithSha1 = "1.2.840.10045.4.1";
    public const string EcdsaWithSha256 = "1.2.840.10045.4.3.2";
    public const string EcdsaWithSha384 = "1.2.840.10045.4.3.3";
    public const string EcdsaWithSha512 = "1.2.840.10045.4.3.4";
}
