using System.Globalization;

namespace Writ.Scripting;

/// <summary>Hides personal data for published texts; the length stays, so that the layout does not move.</summary>
internal static class Masking
{
    private const char Mask = '*';

    /// <summary>Identity card (18 or 15 digits): the first six (place) and the last four stay; other papers keep two at each end.</summary>
    public static string Identity(string text)
    {
        string plain = text.Trim();
        bool card = plain.Length is 15 or 18 && plain[..^1].All(char.IsAsciiDigit) && (char.IsAsciiDigit(plain[^1]) || plain[^1] is 'X' or 'x');
        return card ? Between(plain, 6, 4) : Between(plain, 2, 2);
    }

    /// <summary>Mobile: 138****5678. Landline: the area code and the last two digits stay.</summary>
    public static string Phone(string text)
    {
        string plain = text.Trim();
        if (plain.Length == 11 && plain.All(char.IsAsciiDigit) && plain[0] == '1')
            return Between(plain, 3, 4);
        int dash = plain.IndexOf('-', StringComparison.Ordinal);
        return dash is 3 or 4 ? plain[..(dash + 1)] + Between(plain[(dash + 1)..], 0, 2) : Between(plain, 2, 2);
    }

    /// <summary>Family name and 某 for every further character: 张某某, 欧阳某; other names keep their first letter.</summary>
    public static string Name(string text)
    {
        string plain = text.Trim();
        string[] letters = [.. Letters(plain)];
        if (letters.Length == 0)
            return "";
        if (!letters.All(IsHan))
            return letters[0] + string.Concat(letters.Skip(1).Select(static letter => letter is "·" or " " ? letter : "*"));
        int family = letters.Length > 2 && DoubleNames.Contains(letters[0] + letters[1]) ? 2 : 1;
        return string.Concat(letters.Take(family)) + string.Concat(Enumerable.Repeat("某", Math.Max(letters.Length - family, letters.Length > 1 ? 1 : 0)));
    }

    private static readonly HashSet<string> DoubleNames = new(StringComparer.Ordinal)
    {
        "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙", "司徒", "夏侯", "端木", "独孤", "南宫", "百里", "东郭", "轩辕", "司空", "钟离", "闻人", "拓跋", "呼延", "鲜于", "澹台", "公冶", "宗政", "濮阳", "太叔", "申屠", "仲孙", "赫连",
    };

    private static bool IsHan(string letter) => letter.EnumerateRunes().First().Value is (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF);

    private static IEnumerable<string> Letters(string text)
    {
        TextElementEnumerator walk = StringInfo.GetTextElementEnumerator(text);
        while (walk.MoveNext())
            yield return walk.GetTextElement();
    }

    private static string Between(string text, int head, int tail)
    {
        if (text.Length <= head + tail)
            return new string(Mask, text.Length);
        return string.Concat(text.AsSpan(0, head), new string(Mask, text.Length - head - tail), text.AsSpan(text.Length - tail));
    }
}
