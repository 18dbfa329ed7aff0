namespace Writ.Documents.Packs;

/// <summary>统一社会信用代码: 18 characters, the last a check character. GB 32100-2015.</summary>
internal static class CreditCodeFormat
{
    // GB 32100-2015, 4: digits and capital letters without I, O, S, V, Z; weight 3^i modulo 31; check = 31 - sum modulo 31.
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    public static bool Holds(string text)
    {
        if (text.Length != 18) return false;
        var sum = 0;
        var weight = 1;
        for (var i = 0; i < 17; i++)
        {
            var value = Alphabet.IndexOf(text[i], StringComparison.Ordinal);
            if (value < 0) return false;
            sum += value * weight;
            weight = weight * 3 % 31;
        }
        return text[17] == Alphabet[(31 - sum % 31) % 31];
    }
}
