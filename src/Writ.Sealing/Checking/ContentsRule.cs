using System.Formats.Asn1;

namespace Writ.Sealing.Checking;

/// <summary>/Contents is one DER value, and whatever follows it is zero: no second signature hides in the padding.</summary>
internal static class ContentsRule
{
    // The identifier of SignedData (RFC 5652, 5.1): a second one would be a second signature.
    private static ReadOnlySpan<byte> SignedData => [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02];

    /// <summary>The value without its padding; null, with the problem, when there is none.</summary>
    public static ReadOnlyMemory<byte>? Read(ReadOnlyMemory<byte> contents, out Reason? problem)
    {
        var span = contents.Span;
        if (span.Length == 0 || !span.ContainsAnyExcept((byte)0))
        {
            problem = new("/Contents 是空的", "/Contents is empty");
            return null;
        }
        if (!TryMeasure(span, out var length))
        {
            problem = new("/Contents 不是一个完整的编码值", "/Contents is not one encoded value");
            return null;
        }
        // X.690, 8.1.3.6: a value of indefinite length says nothing about its room; some writers fill it with noise.
        var noise = span[1] == 0x80 && span[length..].IndexOf(SignedData) < 0;
        if (!noise && span[length..].ContainsAnyExcept((byte)0))
        {
            problem = new("/Contents 中签名之后还有零以外的内容", "something else than zeros follows the signature in /Contents");
            return null;
        }
        problem = null;
        return contents[..length];
    }

    private static bool TryMeasure(ReadOnlySpan<byte> span, out int length)
    {
        try
        {
            return AsnDecoder.TryReadEncodedValue(span, AsnEncodingRules.BER, out _, out _, out _, out length);
        }
        catch (AsnContentException)
        {
            length = 0; // a length beyond 31 bits inside an indefinite one
            return false;
        }
    }
}
