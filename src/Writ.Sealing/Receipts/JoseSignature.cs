using System.Formats.Asn1;

namespace Writ.Sealing;

/// <summary>ECDSA signatures in the two forms: DER in X.509 and CMS, two fixed numbers side by side in JOSE (RFC 7518, 3.4).</summary>
internal static class JoseSignature
{
    public static byte[] FromDer(ReadOnlySpan<byte> der, SealAlgorithm algorithm)
    {
        var size = Size(algorithm);
        var raw = new byte[2 * size];
        AsnDecoder.ReadSequence(der, AsnEncodingRules.DER, out var offset, out var length, out _);
        var members = der.Slice(offset, length);
        for (var i = 0; i < 2; i++)
        {
            var number = AsnDecoder.ReadIntegerBytes(members, AsnEncodingRules.DER, out var consumed);
            if (number.Length == size + 1 && number[0] == 0)
                number = number[1..];
            number.CopyTo(raw.AsSpan((i + 1) * size - number.Length));
            members = members[consumed..];
        }
        return raw;
    }

    /// <summary>Null when the octets have another length than two numbers of the curve.</summary>
    public static byte[]? ToDer(ReadOnlySpan<byte> raw, SealAlgorithm algorithm)
    {
        var size = Size(algorithm);
        if (raw.Length != 2 * size)
            return null;
        var writer = new AsnWriter(AsnEncodingRules.DER, 128);
        writer.PushSequence();
        writer.WriteIntegerUnsigned(Trimmed(raw[..size]));
        writer.WriteIntegerUnsigned(Trimmed(raw[size..]));
        writer.PopSequence();
        return writer.Encode();
    }

    private static int Size(SealAlgorithm algorithm) => algorithm == SealAlgorithm.EcdsaP384Sha384 ? 48 : 32;

    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> number)
    {
        while (number.Length > 1 && number[0] == 0)
            number = number[1..];
        return number;
    }
}
