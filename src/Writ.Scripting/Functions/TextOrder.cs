using System.Globalization;
using System.Text;

namespace Writ.Scripting;

/// <summary>
/// The order of texts when sorted, the same on every machine: letters by themselves first, then accents, then lower before upper case
/// (a A b B); blanks before punctuation before digits before letters. Everything else by code point, Chinese characters too.
/// </summary>
internal static class TextOrder
{
    public static int Compare(string x, string y)
    {
        int primary = ComparePrimary(x, y);
        if (primary != 0)
            return primary;
        int accents = string.CompareOrdinal(x.ToLowerInvariant(), y.ToLowerInvariant());
        if (accents != 0)
            return accents;
        // Lower case first.
        for (int i = 0; i < Math.Min(x.Length, y.Length); i++)
            if (x[i] != y[i])
                return char.IsLower(x[i]) ? -1 : 1;
        return x.Length.CompareTo(y.Length);
    }

    private static int ComparePrimary(string x, string y)
    {
        string a = Base(x);
        string b = Base(y);
        for (int i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            int order = Weight(a[i]).CompareTo(Weight(b[i]));
            if (order != 0)
                return order;
        }
        return a.Length.CompareTo(b.Length);
    }

    private static string Base(string text)
    {
        bool plain = true;
        foreach (char c in text)
            plain &= c < 0x80;
        if (plain)
            return text.ToLowerInvariant();
        StringBuilder letters = new(text.Length);
        foreach (char c in text.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                letters.Append(char.ToLowerInvariant(c));
        return letters.ToString();
    }

    private static int Weight(char c)
    {
        int group = char.IsWhiteSpace(c) ? 0 : char.IsLetter(c) ? 4 : char.IsDigit(c) ? 3 : char.IsPunctuation(c) ? 1 : 2;
        return (group << 16) + c;
    }
}
