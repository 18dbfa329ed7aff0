using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using Writ.Sealing.Cms;

namespace Writ.Sealing;

/// <summary>An OCSP question about one certificate (RFC 6960, 4.1.1).</summary>
public static class OcspQuery
{
    public const string MediaType = "application/ocsp-request";

    /// <param name="nonce">1 to 32 octets from a cryptographic generator (RFC 8954); empty to let the responder use a prepared answer.</param>
    public static byte[] Encode(X509Certificate2 certificate, X509Certificate2 issuer, ReadOnlySpan<byte> nonce)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER, 256);
        writer.PushSequence();
        writer.PushSequence();
        writer.PushSequence();
        writer.PushSequence();
        OcspCertificateId.Of(certificate, issuer).Write(writer);
        writer.PopSequence();
        writer.PopSequence();
        if (!nonce.IsEmpty)
        {
            var context2 = new Asn1Tag(TagClass.ContextSpecific, 2);
            writer.PushSequence(context2);
            writer.PushSequence();
            OcspNonce.Write(writer, nonce);
            writer.PopSequence();
            writer.PopSequence(context2);
        }
        writer.PopSequence();
        writer.PopSequence();
        return writer.Encode();
    }

    internal static (IReadOnlyList<OcspCertificateId> Ids, ReadOnlyMemory<byte> Nonce) Parse(ReadOnlyMemory<byte> bytes)
    {
        var outer = new DerCursor(bytes);
        var request = outer.ReadSequence();
        outer.EnsureEnd("OCSPRequest");
        var body = request.ReadSequence();
        if (body.NextIs(DerCursor.Context(0)))
            body.ReadElement(); // version
        if (body.NextIs(DerCursor.Context(1)))
            body.ReadElement(); // requestorName
        var list = body.ReadSequence();
        var ids = new List<OcspCertificateId>();
        while (list.HasMore)
        {
            if (ids.Count == 16)
                throw new CmsFormatException(list.Offset, "Too many certificates in one OCSP request");
            var single = list.ReadSequence();
            ids.Add(OcspCertificateId.Read(ref single));
        }
        ReadOnlyMemory<byte> nonce = default;
        if (body.NextIs(DerCursor.Context(2)))
        {
            var extensions = body.Enter(DerCursor.Context(2));
            nonce = OcspNonce.Find(extensions.ReadSequence());
        }
        return (ids, nonce);
    }
}
