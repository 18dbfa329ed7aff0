using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Writ.Documents;

/// <summary>
/// JSON in the one form that equal values share: RFC 8785 (JSON Canonicalization Scheme).
/// What is attached to a document, hashed into its identity and sealed with an attestation is written this way.
/// </summary>
public static class CanonicalJson
{
    /// <summary>UTF-8 bytes of <paramref name="value"/> in canonical form.</summary>
    public static byte[] Write(JsonElement value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Append(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object: AppendObject(text, value); break;
            case JsonValueKind.Array: AppendArray(text, value); break;
            case JsonValueKind.String: AppendString(text, value.GetString()!); break;
            case JsonValueKind.Number: AppendNumber(text, value.GetDouble()); break;
            case JsonValueKind.True: text.Append("true"); break;
            case JsonValueKind.False: text.Append("false"); break;
            case JsonValueKind.Null: text.Append("null"); break;
            default: throw new ArgumentException("An undefined element has no JSON form.", nameof(value));
        }
    }

    // RFC 8785, 3.2.3: members sorted by their names as arrays of UTF-16 code units.
    private static void AppendObject(StringBuilder text, JsonElement value)
    {
        text.Append('{');
        var first = true;
        foreach (var member in value.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            if (!first) text.Append(',');
            first = false;
            AppendString(text, member.Name);
            text.Append(':');
            Append(text, member.Value);
        }
        text.Append('}');
    }

    private static void AppendArray(StringBuilder text, JsonElement value)
    {
        text.Append('[');
        var first = true;
        foreach (var item in value.EnumerateArray())
        {
            if (!first) text.Append(',');
            first = false;
            Append(text, item);
        }
        text.Append(']');
    }

    // RFC 8785, 3.2.2.2: only the quotation mark, the backslash and control characters are escaped.
    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var unit in value)
        {
            switch (unit)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\b': text.Append("\\b"); break;
                case '\t': text.Append("\\t"); break;
                case '\n': text.Append("\\n"); break;
                case '\f': text.Append("\\f"); break;
                case '\r': text.Append("\\r"); break;
                case < ' ': text.Append("\\u").Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture)); break;
                default: text.Append(unit); break;
            }
        }
        text.Append('"');
    }

    // RFC 8785, 3.2.2.3: numbers as ECMAScript prints them (Number::toString of ECMA-262).
    private static void AppendNumber(StringBuilder text, double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentException("A number outside IEEE 754 double has no canonical form.", nameof(value));
        if (value == 0) { text.Append('0'); return; }
        if (value < 0) { text.Append('-'); value = -value; }

        var (digits, point) = Decompose(value.ToString("R", CultureInfo.InvariantCulture));
        var count = digits.Length;
        if (count <= point && point <= 21) text.Append(digits).Append('0', point - count);
        else if (0 < point && point <= 21) text.Append(digits, 0, point).Append('.').Append(digits, point, count - point);
        else if (-6 < point && point <= 0) text.Append("0.").Append('0', -point).Append(digits);
        else
        {
            text.Append(digits[0]);
            if (count > 1) text.Append('.').Append(digits, 1, count - 1);
            text.Append('e').Append(point > 0 ? '+' : '-').Append(Math.Abs(point - 1).ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The shortest digits that read back as the number, and where the decimal point stands in them: 0.digits × 10^point.</summary>
    private static (string Digits, int Point) Decompose(string shortest)
    {
        var e = shortest.IndexOf('E');
        var exponent = e < 0 ? 0 : int.Parse(shortest.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = e < 0 ? shortest : shortest[..e];
        var dot = mantissa.IndexOf('.');
        var whole = dot < 0 ? mantissa.Length : dot;
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var significant = digits.TrimStart('0');
        return (significant.TrimEnd('0'), whole - (digits.Length - significant.Length) + exponent);
    }
}
