using System.Globalization;

namespace Writ.Documents.Packs;

/// <summary>
/// Reads a JSON number only when every reader of the attached case data will read the same one: at most 15 significant digits, which a
/// double holds too (RFC 8259, 6; RFC 7493, 2.2), and at most 15 decimal places.
/// </summary>
internal static class ExactDecimal
{
    private const int MaxDigits = 15;

    public static bool TryRead(string text, out decimal value)
    {
        value = 0;
        var exponentAt = text.AsSpan().IndexOfAny('e', 'E');
        var mantissa = exponentAt < 0 ? text.AsSpan() : text.AsSpan(0, exponentAt);
        var exponent = 0;
        if (exponentAt >= 0 && (!int.TryParse(text.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
                                || Math.Abs((long)exponent) > MaxDigits))
            return false;
        var digits = 0;
        foreach (var c in mantissa)
            if (c is >= '1' and <= '9' || (digits > 0 && c == '0')) digits++;
        var point = mantissa.IndexOf('.');
        var places = (point < 0 ? 0 : mantissa.Length - point - 1) - exponent;
        return digits <= MaxDigits && places <= MaxDigits
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }
}
