using System.Text;

namespace Writ.Scripting;

/// <summary>金额大写: 12000 → 壹万贰仟元整. Inner zeros are read once as 零; an amount that ends in 元 or 角 takes 整, one that ends in 分 does not.</summary>
internal static class CapitalAmount
{
    private const string Digits = "零壹贰叁肆伍陆柒捌玖";

    private static readonly string[] Places = ["", "拾", "佰", "仟"];

    private static readonly string[] Groups = ["", "万", "亿", "万亿"];

    /// <summary>Below ten quadrillion yuan, in whole 分.</summary>
    public static bool Fits(decimal amount) => amount is >= 0 and < 10_000_000_000_000_000m && decimal.Round(amount, 2) == amount;

    public static string Of(decimal amount)
    {
        long yuan = (long)decimal.Truncate(amount);
        int cents = (int)((amount - yuan) * 100);
        StringBuilder text = new();
        if (yuan > 0 || cents == 0)
            text.Append(yuan == 0 ? "零" : Whole(yuan)).Append('元');
        if (cents == 0)
            return text.Append('整').ToString();
        int jiao = cents / 10;
        int fen = cents % 10;
        if (jiao > 0)
            text.Append(Digits[jiao]).Append('角');
        else if (yuan > 0)
            text.Append('零');
        return fen > 0 ? text.Append(Digits[fen]).Append('分').ToString() : text.Append('整').ToString();
    }

    private static string Whole(long number)
    {
        StringBuilder text = new();
        bool zeroWaits = false;
        string figures = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        bool groupHasDigit = false;
        for (int i = 0; i < figures.Length; i++)
        {
            int place = figures.Length - 1 - i;
            int digit = figures[i] - '0';
            if (digit == 0)
            {
                zeroWaits = text.Length > 0;
            }
            else
            {
                if (zeroWaits)
                    text.Append('零');
                zeroWaits = false;
                groupHasDigit = true;
                text.Append(Digits[digit]).Append(Places[place % 4]);
            }
            if (place % 4 == 0 && place > 0)
            {
                // 一万亿 keeps its 亿 even when the group of 亿 itself is empty.
                if (groupHasDigit)
                    text.Append(place == 12 ? "万" : Groups[place / 4]);
                else if (place == 8 && figures.Length > 12)
                    text.Append('亿');
                groupHasDigit = false;
            }
        }
        return text.ToString();
    }
}
