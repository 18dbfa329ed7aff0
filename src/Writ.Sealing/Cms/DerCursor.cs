using System.Formats.Asn1;
using System.Numerics;

namespace Writ.Sealing.Cms;

/// <summary>
/// A thin cursor over encoded bytes: every read names its place when it fails, slices the caller's memory and never
/// copies. Nested cursors keep offsets of the outermost structure.
/// </summary>
internal ref struct DerCursor
{
    private readonly ReadOnlyMemory<byte> source;
    private readonly int end;
    private readonly AsnEncodingRules rules;
    private int position;

    public DerCursor(ReadOnlyMemory<byte> source, AsnEncodingRules rules = AsnEncodingRules.DER) : this(source, 0, source.Length, rules)
    {
    }

    private DerCursor(ReadOnlyMemory<byte> source, int start, int end, AsnEncodingRules rules)
    {
        this.source = source;
        this.end = end;
        this.rules = rules;
        position = start;
    }

    public readonly int Offset => position;

    public readonly bool HasMore => position < end;

    public readonly AsnEncodingRules Rules => rules;

    /// <summary>The bytes not read yet.</summary>
    public readonly ReadOnlyMemory<byte> Rest => source[position..end];

    public readonly bool NextIs(Asn1Tag tag) =>
        HasMore && Asn1Tag.TryDecode(source.Span[position..end], out var found, out _) && found.HasSameClassAndValue(tag);

    public static Asn1Tag Context(int number) => new(TagClass.ContextSpecific, number);

    /// <summary>The next element whole, tag and length included.</summary>
    public ReadOnlyMemory<byte> ReadElement()
    {
        var next = Peek(out _);
        position += next.Length;
        return next;
    }

    public DerCursor ReadSequence() => Enter(Asn1Tag.Sequence);

    /// <summary>A SET is entered without looking at the order of its members: signers get it wrong, and the order proves nothing.</summary>
    public DerCursor ReadSet() => Enter(Asn1Tag.SetOf);

    public DerCursor Enter(Asn1Tag tag)
    {
        var start = position;
        Expect(tag, constructed: true, out var contentOffset, out var contentLength, out var consumed);
        position += consumed;
        return new DerCursor(source, start + contentOffset, start + contentOffset + contentLength, rules);
    }

    public string ReadOid()
    {
        var start = position;
        var element = ReadElement();
        return Decode(start, element, static (span, rule) => AsnDecoder.ReadObjectIdentifier(span, rule, out _), rules);
    }

    /// <summary>An INTEGER as its big-endian content octets, sign included.</summary>
    public ReadOnlyMemory<byte> ReadIntegerBytes()
    {
        var start = position;
        Expect(Asn1Tag.Integer, constructed: false, out var contentOffset, out var contentLength, out var consumed);
        if (contentLength == 0)
            throw new CmsFormatException(start, "An INTEGER has no content"); // X.690, 8.3.1
        var content = source.Slice(start + contentOffset, contentLength);
        if (rules == AsnEncodingRules.DER && contentLength > 1 && content.Span[0] == (content.Span[1] < 0x80 ? 0x00 : 0xFF))
            throw new CmsFormatException(start, "An INTEGER is longer than needed"); // X.690, 8.3.2
        position += consumed;
        return content;
    }

    public int ReadSmallInteger()
    {
        var start = position;
        var value = new BigInteger(ReadIntegerBytes().Span, isBigEndian: true);
        return value >= int.MinValue && value <= int.MaxValue ? (int)value : throw new CmsFormatException(start, "An INTEGER is out of range");
    }

    public ReadOnlyMemory<byte> ReadOctets(Asn1Tag? tag = null)
    {
        var start = position;
        var wanted = tag ?? Asn1Tag.PrimitiveOctetString;
        var element = Peek(out var found);
        if (!found.HasSameClassAndValue(wanted))
            throw new CmsFormatException(start, $"Expected {wanted}, found {found}");
        if (!found.IsConstructed)
        {
            Expect(wanted, constructed: false, out var contentOffset, out var contentLength, out var consumed);
            position += consumed;
            return source.Slice(start + contentOffset, contentLength);
        }
        position += element.Length;
        return Decode(start, element, (span, rule) => AsnDecoder.ReadOctetString(span, rule, out _, tag), rules);
    }

    /// <summary>A BIT STRING that holds whole octets, as every signature does.</summary>
    public ReadOnlyMemory<byte> ReadBitStringOctets()
    {
        var start = position;
        Expect(Asn1Tag.PrimitiveBitString, constructed: false, out var contentOffset, out var contentLength, out var consumed);
        if (contentLength < 1 || source.Span[start + contentOffset] != 0)
            throw new CmsFormatException(start, "A BIT STRING of octets has unused bits");
        position += consumed;
        return source.Slice(start + contentOffset + 1, contentLength - 1);
    }

    public bool ReadBoolean()
    {
        var start = position;
        return Decode(start, ReadElement(), static (span, rule) => AsnDecoder.ReadBoolean(span, rule, out _), rules);
    }

    public DateTimeOffset ReadGeneralizedTime()
    {
        var start = position;
        return Decode(start, ReadElement(), static (span, rule) => AsnDecoder.ReadGeneralizedTime(span, rule, out _), rules);
    }

    /// <summary>UTCTime or GeneralizedTime (RFC 5280, 4.1.2.5).</summary>
    public DateTimeOffset ReadTime()
    {
        if (!NextIs(Asn1Tag.UtcTime))
            return ReadGeneralizedTime();
        var start = position;
        return Decode(start, ReadElement(), static (span, rule) => AsnDecoder.ReadUtcTime(span, rule, out _), rules);
    }

    public int ReadEnumerated()
    {
        var start = position;
        var octets = Decode(start, ReadElement(), static (span, rule) => AsnDecoder.ReadEnumeratedBytes(span, rule, out _).ToArray(), rules);
        return octets.Length == 1 ? octets[0] : throw new CmsFormatException(start, "An ENUMERATED is out of range");
    }

    public readonly void EnsureEnd(string what)
    {
        if (HasMore)
            throw new CmsFormatException(position, $"{what} is followed by bytes that do not belong to it");
    }

    private readonly ReadOnlyMemory<byte> Peek(out Asn1Tag tag)
    {
        if (!TryFrame(out tag, out _, out _, out var consumed))
            throw new CmsFormatException(position, HasMore ? "An element is malformed or longer than its container" : "An element is missing");
        return source.Slice(position, consumed);
    }

    private readonly void Expect(Asn1Tag tag, bool constructed, out int contentOffset, out int contentLength, out int consumed)
    {
        if (!TryFrame(out var found, out contentOffset, out contentLength, out consumed))
            throw new CmsFormatException(position, HasMore ? "An element is malformed or longer than its container" : $"{tag} is missing");
        if (!found.HasSameClassAndValue(tag) || found.IsConstructed != constructed)
            throw new CmsFormatException(position, $"Expected {tag}, found {found}");
    }

    private readonly bool TryFrame(out Asn1Tag tag, out int contentOffset, out int contentLength, out int consumed)
    {
        try
        {
            return AsnDecoder.TryReadEncodedValue(source.Span[position..end], rules, out tag, out contentOffset, out contentLength, out consumed);
        }
        catch (AsnContentException)
        {
            // Lengths beyond 31 bits inside an indefinite length: the only failure the decoder throws instead of telling.
            tag = default;
            contentOffset = contentLength = consumed = 0;
            return false;
        }
    }

    private delegate T ContentReader<out T>(ReadOnlySpan<byte> element, AsnEncodingRules rules);

    private static T Decode<T>(int offset, ReadOnlyMemory<byte> element, ContentReader<T> read, AsnEncodingRules rules)
    {
        try
        {
            return read(element.Span, rules);
        }
        catch (AsnContentException e)
        {
            throw new CmsFormatException(offset, e.Message, e);
        }
    }
}
