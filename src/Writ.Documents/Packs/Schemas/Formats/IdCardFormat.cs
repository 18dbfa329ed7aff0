namespace Writ.Documents.Packs;

/// <summary>公民身份号码: six digits of place, a real date of birth, three digits of sequence, a check character. GB 11643-1999.</summary>
internal static class IdCardFormat
{
    // GB 11643-1999, annex A: weights by position, check character by remainder modulo 11.
    private static ReadOnlySpan<byte> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private const string Checks = "10X98765432";

    public static bool Holds(string text)
    {
        if (text.Length != 18 || text[0] == '0') return false;
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            if (!char.IsAsciiDigit(text[i])) return false;
            sum += (text[i] - '0') * Weights[i];
        }
        return text[17] == Checks[sum % 11] && DateFormat.Holds($"{text[6..10]}-{text[10..12]}-{text[12..14]}");
    }
}
