using System.Buffers;
using System.Buffers.Text;
using System.Globalization;

namespace Writ.Pdf;

/// <summary>One growing run of bytes: everything is written straight into it, once. Its memory is borrowed; <see cref="Release"/> gives it back.</summary>
internal sealed class PdfBuffer(int capacity = 4096)
{
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(capacity);

    public int Length { get; private set; }
    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;
    public void Truncate(int length) => Length = length;
    public byte[] ToArray() => Written.ToArray();

    /// <summary>Nothing is written or read afterwards. A buffer that is never released is only garbage.</summary>
    public void Release()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        (bytes, Length) = ([], 0);
    }

    public void Append(byte value)
    {
        if (Length == bytes.Length) Grow(1);
        bytes[Length++] = value;
    }

    public void Append(ReadOnlySpan<byte> values)
    {
        values.CopyTo(Reserve(values.Length));
        Length += values.Length;
    }

    /// <summary>Latin-1 characters as bytes.</summary>
    public void Append(string latin1)
    {
        var target = Reserve(latin1.Length);
        for (var i = 0; i < latin1.Length; i++) target[i] = (byte)latin1[i];
        Length += latin1.Length;
    }

    public void Append(long value)
    {
        Utf8Formatter.TryFormat(value, Reserve(20), out var written);
        Length += written;
    }

    /// <summary>Exactly this many decimal digits, zero-filled.</summary>
    public void AppendDigits(long value, int digits)
    {
        var target = Reserve(digits);
        for (var i = digits - 1; i >= 0; i--, value /= 10) target[i] = (byte)('0' + (value % 10));
        if (value != 0) throw new InvalidOperationException("The number has more digits than its field.");
        Length += digits;
    }

    /// <summary>A coordinate: at most four decimals, no exponent, no trailing zeros, no negative zero.</summary>
    public void AppendCoordinate(double value)
    {
        if (!double.IsFinite(value) || Math.Abs(value) > 1e12) throw new ArgumentException("A coordinate is finite and of this world.", nameof(value));
        var scaled = (long)Math.Round(value * 10_000, MidpointRounding.AwayFromZero);
        if (scaled < 0)
        {
            Append((byte)'-');
            scaled = -scaled;
        }
        var (whole, fraction) = Math.DivRem(scaled, 10_000);
        if (whole != 0 || fraction == 0) Append(whole);
        if (fraction == 0) return;
        var digits = 4;
        while (fraction % 10 == 0)
        {
            fraction /= 10;
            digits--;
        }
        Append((byte)'.');
        AppendDigits(fraction, digits);
    }

    /// <summary>The shortest digits that read back as the same double, written without an exponent (ISO 32000-2, 7.3.3) and with a point.</summary>
    public void AppendReal(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var exponentAt = text.IndexOf('E', StringComparison.Ordinal);
        if (exponentAt >= 0)
        {
            var exponent = int.Parse(text.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            var negative = text[0] == '-';
            var digits = text[(negative ? 1 : 0)..exponentAt].Replace(".", "", StringComparison.Ordinal);
            text = (negative ? "-" : "") + (exponent < 0
                ? "0." + new string('0', -exponent - 1) + digits
                : digits.PadRight(exponent + 1, '0'));
        }
        Append(text);
        if (!text.Contains('.', StringComparison.Ordinal)) Append(".0");
    }

    public void AppendHex(ReadOnlySpan<byte> values)
    {
        var target = Reserve(checked(values.Length * 2));
        for (var i = 0; i < values.Length; i++)
        {
            target[2 * i] = HexDigit(values[i] >> 4);
            target[(2 * i) + 1] = HexDigit(values[i] & 15);
        }
        Length += values.Length * 2;
    }

    public void AppendHex16(int value)
    {
        var target = Reserve(4);
        for (var i = 0; i < 4; i++) target[i] = HexDigit((value >> (12 - (4 * i))) & 15);
        Length += 4;
    }

    public void Fill(byte value, int count)
    {
        Reserve(count)[..count].Fill(value);
        Length += count;
    }

    /// <summary>Overwrites bytes already written.</summary>
    public void Overwrite(int position, ReadOnlySpan<byte> values) => values.CopyTo(bytes.AsSpan(position, values.Length));

    internal static byte HexDigit(int nibble) => (byte)(nibble < 10 ? '0' + nibble : 'A' + nibble - 10);

    private Span<byte> Reserve(int count)
    {
        if (bytes.Length - Length < count) Grow(count);
        return bytes.AsSpan(Length);
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, Math.Max(2L * bytes.Length, (long)Length + count)));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
