using System.Text;

namespace Writ.Scripting;

/// <summary>Numbers in Chinese numerals: counts (一百零五, 十二) and digit by digit (二〇二六).</summary>
internal static class ChineseNumerals
{
    private const string Numerals = "零一二三四五六七八九";
    private static readonly string[] Places = ["", "十", "百", "千"];

    public static string Digits(string text)
    {
        StringBuilder result = new(text.Length);
        foreach (char c in text)
            result.Append(c == '0' ? '〇' : char.IsAsciiDigit(c) ? Numerals[c - '0'] : c);
        return result.ToString();
    }

    public static string Count(long value)
    {
        if (value == 0)
            return "零";
        StringBuilder text = new();
        bool skipped = false;
        foreach ((long unit, string name) in ((long, string)[])[(1_000_000_000_000, "万亿"), (100_000_000, "亿"), (10_000, "万"), (1, "")])
        {
            long part = value / unit;
            value %= unit;
            if (part == 0)
            {
                skipped = text.Length > 0;
                continue;
            }
            if (text.Length > 0 && (skipped || part < 1000))
                text.Append('零');
            skipped = false;
            text.Append(Below10000(part, begins: text.Length == 0)).Append(name);
        }
        return text.ToString();
    }

    private static string Below10000(long value, bool begins)
    {
        StringBuilder text = new();
        bool gap = false;
        int divisor = 1000;
        for (int place = 3; place >= 0; place--, divisor /= 10)
        {
            int digit = (int)(value / divisor % 10);
            if (digit == 0)
            {
                gap = text.Length > 0;
                continue;
            }
            if (gap)
                text.Append('零');
            gap = false;
            // 十二, not 一十二, at the head of a number.
            if (!(begins && text.Length == 0 && place == 1 && digit == 1))
                text.Append(Numerals[digit]);
            text.Append(Places[place]);
        }
        return text.ToString();
    }
}
