namespace Writ.Documents.Packs;

/// <summary>A telephone number as people write it: digits with + - ( ) and blanks, 5 to 20 digits, optionally <c>转</c> and an extension.</summary>
internal static class PhoneFormat
{
    public static bool Holds(string text)
    {
        if (text.Length > 30) return false;
        var digits = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c)) digits++;
            else if (c == '+' ? i != 0 : c is not ('-' or '(' or ')' or ' ' or '转')) return false;
        }
        return digits is >= 5 and <= 20;
    }
}
