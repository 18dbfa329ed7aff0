using System.Globalization;
using System.Numerics;

namespace Writ.Scripting;

/// <summary>The value of a number as it is written.</summary>
internal static class Numerals
{
    /// <summary>Exponents beyond this would make integers of absurd size.</summary>
    private const int GreatestExponent = 4096;

    public static ScriptNumber? Read(string lexeme, TokenKind kind, bool readsDecimals)
    {
        string digits = lexeme.Replace("_", "", StringComparison.Ordinal);
        return kind switch
        {
            TokenKind.HexInteger or TokenKind.BinaryInteger => Radix(digits, kind == TokenKind.HexInteger),
            TokenKind.Integer => Integer(digits),
            _ => Real(digits, readsDecimals),
        };
    }

    // `1e3` has no point and is an integer; a negative exponent has no integer value.
    private static ScriptNumber? Integer(string digits)
    {
        int mark = digits.AsSpan().IndexOfAny('e', 'E');
        if (mark < 0)
            return ScriptNumber.Whole(BigInteger.Parse(digits, CultureInfo.InvariantCulture));
        BigInteger mantissa = BigInteger.Parse(digits.AsSpan(0, mark), CultureInfo.InvariantCulture);
        if (!int.TryParse(digits.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int exponent) || exponent is < 0 or > GreatestExponent)
            return null;
        return ScriptNumber.Whole(mantissa * BigInteger.Pow(10, exponent));
    }

    private static ScriptNumber? Real(string digits, bool readsDecimals)
    {
        char last = digits[^1];
        string number = char.IsLetter(last) ? digits[..^1] : digits;
        switch (last)
        {
            case 'f' or 'F':
                return ScriptNumber.Float(float.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture));
            case 'm' or 'M':
                return decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact) ? ScriptNumber.Decimal(exact) : null;
            default:
                if (readsDecimals && last is not ('d' or 'D') && decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal money))
                    return ScriptNumber.Decimal(money);
                return ScriptNumber.Double(double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture));
        }
    }

    // Up to 32 bits the number is a signed int, up to 64 a signed long; the suffix `u` takes the bits as they are.
    private static ScriptNumber Radix(string digits, bool hex)
    {
        string body = digits[2..];
        bool unsigned = body[^1] is 'u' or 'U';
        if (unsigned)
            body = body[..^1];
        int point = hex ? -1 : body.IndexOf('.');
        if (point >= 0)
            return Fraction(body, point);
        BigInteger value = BigInteger.Zero;
        foreach (char c in body)
            value = (value << (hex ? 4 : 1)) + Convert.ToInt32(c.ToString(), 16);
        if (unsigned)
            return ScriptNumber.Whole(value);
        if (value <= uint.MaxValue)
            return ScriptNumber.Whole((long)unchecked((int)(uint)value));
        return value <= ulong.MaxValue ? ScriptNumber.Whole(unchecked((long)(ulong)value)) : ScriptNumber.Whole(value);
    }

    private static ScriptNumber Fraction(string body, int point)
    {
        bool single = body[^1] is 'f' or 'F';
        string digits = body.TrimEnd('f', 'F', 'd', 'D');
        double value = 0;
        foreach (char c in digits[..point])
            value = (value * 2) + (c - '0');
        double weight = 0.5;
        foreach (char c in digits[(point + 1)..])
        {
            value += (c - '0') * weight;
            weight /= 2;
        }
        return single ? ScriptNumber.Float((float)value) : ScriptNumber.Double(value);
    }
}
