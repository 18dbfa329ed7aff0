using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using Writ.Sealing.Cms;

namespace Writ.Sealing;

/// <summary>Holds a raw signature of a seal key against its certificate, for those who load keys.</summary>
public static class SealSignature
{
    /// <summary>True when the certificate's public key verifies the signature over the digest.</summary>
    public static bool Verifies(X509Certificate2 certificate, SealAlgorithm algorithm, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        if (!algorithm.Fits(certificate))
            return false;
        var writer = new AsnWriter(AsnEncodingRules.DER);
        algorithm.WriteIdentifier(writer);
        var cursor = new DerCursor(writer.Encode());
        return PublicKeyCheck.OfDigest(certificate, AlgorithmIdentifier.Read(ref cursor), algorithm.Hash(), digest, signature) == PublicKeyVerdict.Verified;
    }
}
