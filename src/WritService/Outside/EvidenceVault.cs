using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Writ.Documents;

namespace Writ.Outside;

/// <summary>
/// Closes captured evidence (strokes with time and pressure, prints, full numbers) to the bureau's custody certificate. This service holds no key that opens it again.
/// </summary>
internal sealed class EvidenceVault(X509Certificate2 custody)
{
    private const int NonceBytes = 32;
    private static readonly Oid Aes256 = new("2.16.840.1.101.3.4.1.42"); // aes256-CBC, RFC 3565

    public SealedEvidence Close(Attestation act)
    {
        byte[] plain = Attesting.Evidence(act, RandomNumberGenerator.GetBytes(NonceBytes));
        EnvelopedCms envelope = new(new ContentInfo(plain), new AlgorithmIdentifier(Aes256));
        envelope.Encrypt(new CmsRecipient(custody, RSAEncryptionPadding.OaepSHA256)); // RFC 3560: RSAES-OAEP in CMS
        return new SealedEvidence(envelope.Encode(), Convert.ToHexStringLower(SHA256.HashData(plain)), custody.GetNameInfo(X509NameType.SimpleName, forIssuer: false));
    }
}
