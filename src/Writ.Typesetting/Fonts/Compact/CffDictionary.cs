using System.Globalization;

namespace Writ.Typesetting;

/// <summary>Adobe Technical Note 5176, section 4: operands followed by their operator, again and again.</summary>
internal sealed class CffDictionary
{
    private const int MostOperands = 48;
    private const string Nibbles = "0123456789.EE?-";

    private readonly FontTable table;
    private readonly List<(CffOperator Operator, double[] Operands, int Start, int Length)> entries = [];

    private CffDictionary(FontTable table) => this.table = table;

    public static CffDictionary Read(FontTable table, FontLimits limits)
    {
        var dictionary = new CffDictionary(table);
        var operands = new List<double>();
        int start = 0;
        for (int at = 0; at < table.Length;)
        {
            int first = table.U8(at);
            if (first > 21)
            {
                if (operands.Count == MostOperands)
                    throw table.Wrong(at, $"more than {MostOperands} operands");
                operands.Add(Number(table, ref at));
                continue;
            }
            at++;
            int code = first == 12 ? 0x0C00 + table.U8(at++) : first;
            if (dictionary.entries.Count == limits.DictionaryEntries)
                throw table.Wrong(at, $"a dictionary of more than {limits.DictionaryEntries} entries");
            dictionary.entries.Add(((CffOperator)code, [.. operands], start, at - start));
            operands.Clear();
            start = at;
        }
        return dictionary;
    }

    public bool Has(CffOperator key) => entries.Exists(entry => entry.Operator == key);

    public double Number(CffOperator key, double otherwise) => Find(key) is { Length: > 0 } operands ? operands[^1] : otherwise;

    /// <summary>The operand as an offset or count inside a table of the given length; null when the key is absent.</summary>
    public int? Offset(CffOperator key, int tableLength, int operand = 0)
    {
        if (Find(key) is not { } operands)
            return null;
        double value = operands.Length > operand ? operands[operand] : -1;
        if (value < 0 || value > tableLength || value != Math.Floor(value))
            throw table.Wrong(0, $"{key} says {value.ToString(CultureInfo.InvariantCulture)}; the table has {tableLength} bytes");
        return (int)value;
    }

    public double[]? Find(CffOperator key) => entries.Find(entry => entry.Operator == key).Operands;

    /// <summary>The entries' bytes as they stand, without one key.</summary>
    public void CopyTo(FontWriter writer, CffOperator without)
    {
        foreach ((CffOperator key, _, int start, int length) in entries)
        {
            if (key != without)
                writer.Bytes(table.Slice(start, length));
        }
    }

    /// <summary>One entry's bytes as they stand; nothing when the key is absent.</summary>
    public void CopyEntry(FontWriter writer, CffOperator key)
    {
        (CffOperator found, _, int start, int length) = entries.Find(entry => entry.Operator == key);
        if (found == key)
            writer.Bytes(table.Slice(start, length));
    }

    private static double Number(FontTable table, ref int at)
    {
        int first = table.U8(at);
        switch (first)
        {
            case 28:
                at += 3;
                return table.I16(at - 2);
            case 29:
                at += 5;
                return unchecked((int)table.U32(at - 4));
            case 30:
                at++;
                return Real(table, ref at);
            case >= 32 and <= 246:
                at++;
                return first - 139;
            case >= 247 and <= 250:
                at += 2;
                return (first - 247) * 256 + table.U8(at - 1) + 108;
            case >= 251 and <= 254:
                at += 2;
                return -(first - 251) * 256 - table.U8(at - 1) - 108;
            default:
                throw table.Wrong(at, $"byte {first} starts neither an operand nor an operator");
        }
    }

    // Two signs a byte; nibble c is "E-", f ends the number.
    private static double Real(FontTable table, ref int at)
    {
        const int longest = 64;
        Span<char> text = stackalloc char[longest + 4];
        int length = 0, start = at;
        while (true)
        {
            int pair = table.U8(at++);
            foreach (int nibble in (ReadOnlySpan<int>)[pair >> 4, pair & 15])
            {
                if (nibble == 15)
                {
                    return double.TryParse(text[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
                        ? value
                        : throw table.Wrong(start, "not a real number");
                }
                if (length >= longest)
                    throw table.Wrong(start, "a real number without end");
                text[length++] = Nibbles[nibble];
                if (nibble == 12)
                    text[length++] = '-';
            }
        }
    }
}
