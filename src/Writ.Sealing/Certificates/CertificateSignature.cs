using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using Writ.Sealing.Cms;

namespace Writ.Sealing.Certificates;

/// <summary>Whether one certificate's key signed another (RFC 5280, 4.1.1.3).</summary>
internal static class CertificateSignature
{
    public static bool Verifies(X509Certificate2 certificate, X509Certificate2 issuer)
    {
        var outer = new DerCursor(certificate.RawDataMemory, AsnEncodingRules.BER).ReadSequence();
        var toBeSigned = outer.ReadElement();
        var algorithm = AlgorithmIdentifier.Read(ref outer);
        var signature = outer.ReadBitStringOctets();
        return PublicKeyCheck.OfMessage(issuer, algorithm, toBeSigned.Span, signature.Span) == PublicKeyVerdict.Verified;
    }
}
