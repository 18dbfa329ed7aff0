using System.Formats.Asn1;
using Writ.Sealing.Cms;

namespace Writ.Sealing;

/// <summary>The extension that ties an OCSP answer to its question (RFC 8954).</summary>
internal static class OcspNonce
{
    public static void Write(AsnWriter writer, ReadOnlySpan<byte> nonce)
    {
        writer.PushSequence();
        writer.WriteObjectIdentifier(ObjectIdentifiers.OcspNonce);
        var inner = new AsnWriter(AsnEncodingRules.DER, 64);
        inner.WriteOctetString(nonce);
        writer.WriteOctetString(inner.Encode());
        writer.PopSequence();
    }

    /// <summary>The nonce among Extensions, or empty.</summary>
    public static ReadOnlyMemory<byte> Find(DerCursor extensions)
    {
        while (extensions.HasMore)
        {
            var extension = extensions.ReadSequence();
            var oid = extension.ReadOid();
            if (extension.NextIs(Asn1Tag.Boolean))
                extension.ReadBoolean();
            var value = extension.ReadOctets();
            if (oid != ObjectIdentifiers.OcspNonce)
                continue;
            return new DerCursor(value, AsnEncodingRules.BER).ReadOctets();
        }
        return default;
    }
}
