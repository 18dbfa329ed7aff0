using System.Globalization;
using System.Text;

namespace Writ.Scripting;

/// <summary>
/// Money in capitals (金额大写), by 《支付结算办法》附一: 零壹贰叁肆伍陆柒捌玖, 拾佰仟万亿, 元角分整. Zeros inside are read once as 零; an amount that ends at 元 or 角
/// takes 整, one that ends at 分 does not; ten is 壹拾.
/// </summary>
internal static class AmountCapitals
{
    /// <summary>Below ten thousand 万亿.</summary>
    public const decimal Limit = 10_000_000_000_000_000m;

    private const string Numerals = "零壹贰叁肆伍陆柒捌玖";
    private static readonly string[] Places = ["", "拾", "佰", "仟"];
    private static readonly string[] Groups = ["", "万", "亿", "万"];

    public static string Write(decimal amount)
    {
        StringBuilder text = new();
        if (amount < 0)
            text.Append('负');
        amount = Math.Abs(amount);
        long yuan = (long)decimal.Truncate(amount);
        int cents = (int)((amount - yuan) * 100);
        int jiao = cents / 10;
        int fen = cents % 10;
        if (yuan > 0)
            text.Append(Whole(yuan)).Append('元');
        else if (cents == 0)
            text.Append("零元");
        if (jiao > 0)
            text.Append(Numerals[jiao]).Append('角');
        // 1.05 is 壹元零伍分: the empty 角 is read; 0.05 is only 伍分.
        else if (fen > 0 && yuan > 0)
            text.Append('零');
        if (fen > 0)
            text.Append(Numerals[fen]).Append('分');
        else
            text.Append('整');
        return text.ToString();
    }

    /// <summary>The amount in figures as writs print it: without cents when there are none, else with two places; no grouping.</summary>
    public static string Figures(decimal amount) =>
        amount.ToString(decimal.Truncate(amount) == amount ? "0" : "0.00", CultureInfo.InvariantCulture);

    private static string Whole(long value)
    {
        StringBuilder text = new();
        bool zero = false;
        for (int group = Groups.Length - 1; group >= 0; group--)
        {
            int part = (int)(value / Power(group) % 10_000);
            if (part == 0)
            {
                zero |= text.Length > 0;
                continue;
            }
            // A group below a thousand leaves a gap before it.
            if (text.Length > 0 && (zero || part < 1000))
                text.Append('零');
            zero = false;
            bool gap = false;
            bool any = false;
            for (int place = 3; place >= 0; place--)
            {
                int digit = part / (int)Math.Pow(10, place) % 10;
                if (digit == 0)
                {
                    gap = any;
                    continue;
                }
                if (gap)
                    text.Append('零');
                gap = false;
                any = true;
                text.Append(Numerals[digit]).Append(Places[place]);
            }
            text.Append(Groups[group]);
            // 一万亿 keeps its 亿 even when the group of 亿 itself is empty.
            if (group == 3 && value / Power(2) % 10_000 == 0)
                text.Append(Groups[2]);
        }
        return text.ToString();
    }

    private static long Power(int group) => group switch { 0 => 1, 1 => 10_000, 2 => 100_000_000, _ => 1_000_000_000_000 };
}
