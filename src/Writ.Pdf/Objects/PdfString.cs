using System.Globalization;
using System.Text;

namespace Writ.Pdf;

/// <summary>A string: bytes (ISO 32000-2, 7.3.4). How it was written (literal or hexadecimal) is remembered but is not part of its value.</summary>
public sealed record PdfString : PdfObject
{
    private readonly ReadOnlyMemory<byte> bytes;

    public PdfString(ReadOnlyMemory<byte> bytes, bool hexadecimal = false)
    {
        this.bytes = bytes;
        Hexadecimal = hexadecimal;
    }

    public ReadOnlyMemory<byte> Bytes => bytes;
    public bool Hexadecimal { get; }

    /// <summary>A text string (7.9.2.2): ASCII as it is, everything else as UTF-16BE with its byte order mark.</summary>
    public static PdfString Text(string text)
    {
        if (Ascii.IsValid(text)) return new PdfString(Encoding.ASCII.GetBytes(text));
        var encoded = new byte[2 + Encoding.BigEndianUnicode.GetByteCount(text)];
        encoded[0] = 0xFE;
        encoded[1] = 0xFF;
        Encoding.BigEndianUnicode.GetBytes(text, encoded.AsSpan(2));
        return new PdfString(encoded);
    }

    /// <summary>ASCII bytes, for strings that are not text strings.</summary>
    public static PdfString Ascii7(string text) => new(Encoding.ASCII.GetBytes(text));

    /// <summary>A date (7.9.4) with its offset from UT, as <c>D:20260412093000+08'00'</c>.</summary>
    public static PdfString Date(DateTimeOffset time)
    {
        var offset = time.Offset;
        var sign = offset == TimeSpan.Zero ? "Z" : offset < TimeSpan.Zero ? "-" : "+";
        var zone = offset == TimeSpan.Zero ? "" : offset.ToString("hh\\'mm\\'", CultureInfo.InvariantCulture);
        return Ascii7("D:" + time.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + sign + zone);
    }

    /// <summary>The text of a text string: UTF-16BE, UTF-8 or PDFDocEncoding, told by its first bytes (7.9.2.2).</summary>
    public string ToText()
    {
        var span = bytes.Span;
        if (span.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(span[2..]);
        if (span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode.GetString(span[2..]);
        if (span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return Encoding.UTF8.GetString(span[3..]);
        return string.Create(span.Length, bytes, static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++) target[i] = DocEncoding(source.Span[i]);
        });
    }

    public bool Equals(PdfString? other) => other is not null && bytes.Span.SequenceEqual(other.bytes.Span);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(bytes.Span);
        return hash.ToHashCode();
    }

    // ISO 32000-2, annex D.2: PDFDocEncoding differs from Latin-1 in two runs and two single codes.
    private static char DocEncoding(byte code) => code switch
    {
        >= 0x18 and <= 0x1F => "\u02D8\u02C7\u02C6\u02D9\u02DD\u02DB\u02DA\u02DC"[code - 0x18],
        >= 0x80 and <= 0x9E => "\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203A\u2212\u2030\u201E\u201C\u201D\u2018\u2019\u201A\u2122\uFB01\uFB02\u0141\u0152\u0160\u0178\u017D\u0131\u0142\u0153\u0161\u017E"[code - 0x80],
        0x7F or 0x9F or 0xAD => '\uFFFD',
        0xA0 => '\u20AC',
        _ => (char)code,
    };
}
