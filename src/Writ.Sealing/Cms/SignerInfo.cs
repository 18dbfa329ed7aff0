using System.Formats.Asn1;

namespace Writ.Sealing.Cms;

/// <summary>One signer of a SignedData (RFC 5652, 5.3).</summary>
/// <param name="Issuer">Issuer name of the signer's certificate, encoded; empty when named by key identifier.</param>
/// <param name="Serial">Serial number octets as written.</param>
/// <param name="KeyIdentifier">Subject key identifier, when the signer is named by it.</param>
/// <param name="SignedAttributesElement">The [0] element whole; empty when there are none.</param>
internal sealed record SignerInfo(
    int Version,
    ReadOnlyMemory<byte> Issuer,
    ReadOnlyMemory<byte> Serial,
    ReadOnlyMemory<byte> KeyIdentifier,
    AlgorithmIdentifier DigestAlgorithm,
    ReadOnlyMemory<byte> SignedAttributesElement,
    IReadOnlyList<CmsAttribute> SignedAttributes,
    AlgorithmIdentifier SignatureAlgorithm,
    ReadOnlyMemory<byte> Signature,
    IReadOnlyList<CmsAttribute> UnsignedAttributes)
{
    public static SignerInfo Read(ref DerCursor cursor)
    {
        var info = cursor.ReadSequence();
        var version = info.ReadSmallInteger();
        ReadOnlyMemory<byte> issuer = default, serial = default, keyIdentifier = default;
        if (info.NextIs(DerCursor.Context(0)))
        {
            keyIdentifier = info.ReadOctets(DerCursor.Context(0));
        }
        else
        {
            var name = info.ReadSequence();
            issuer = name.ReadElement();
            serial = name.ReadIntegerBytes();
            name.EnsureEnd("IssuerAndSerialNumber");
        }
        if (version != (keyIdentifier.IsEmpty ? 1 : 3))
            throw new CmsFormatException(info.Offset, $"SignerInfo version {version} does not fit how the signer is named"); // RFC 5652, 5.3
        var digest = AlgorithmIdentifier.Read(ref info);
        ReadOnlyMemory<byte> signedElement = default;
        IReadOnlyList<CmsAttribute> signed = [];
        if (info.NextIs(DerCursor.Context(0)))
        {
            var copy = info;
            signedElement = info.ReadElement();
            signed = CmsAttribute.ReadAll(copy.Enter(DerCursor.Context(0)));
        }
        var algorithm = AlgorithmIdentifier.Read(ref info);
        var signature = info.ReadOctets();
        IReadOnlyList<CmsAttribute> unsigned = [];
        if (info.NextIs(DerCursor.Context(1)))
            unsigned = CmsAttribute.ReadAll(info.Enter(DerCursor.Context(1)));
        info.EnsureEnd("SignerInfo");
        return new SignerInfo(version, issuer, serial, keyIdentifier, digest, signedElement, signed, algorithm, signature, unsigned);
    }

    /// <summary>The only value of the only attribute of that type; null when absent; a second one is a forgery tool, not an attribute.</summary>
    public ReadOnlyMemory<byte>? Single(string oid)
    {
        ReadOnlyMemory<byte>? found = null;
        foreach (var attribute in SignedAttributes)
        {
            if (attribute.Oid != oid)
                continue;
            if (found is not null || attribute.Values.Count != 1)
                throw new CmsFormatException(0, $"The signed attribute {oid} is not single"); // RFC 5652, 11.1, 11.2
            found = attribute.Values[0];
        }
        return found;
    }

    /// <summary>
    /// What was signed: the attributes under the tag SET OF, in DER (RFC 5652, 5.4). Members are sorted here, because the
    /// signature is over the DER form whatever order the file keeps.
    /// </summary>
    public byte[] AttributesToVerify()
    {
        var cursor = new DerCursor(SignedAttributesElement, AsnEncodingRules.BER).Enter(DerCursor.Context(0));
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.PushSetOf();
        while (cursor.HasMore)
            writer.WriteEncodedValue(cursor.ReadElement().Span);
        writer.PopSetOf();
        return writer.Encode();
    }

    /// <summary>The same with the members in the order of the file: some signers hash that.</summary>
    public byte[] AttributesAsWritten()
    {
        var copy = SignedAttributesElement.ToArray();
        copy[0] = 0x31; // SET OF instead of [0]
        return copy;
    }
}
