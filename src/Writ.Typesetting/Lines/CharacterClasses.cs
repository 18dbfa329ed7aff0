namespace Writ.Typesetting;

/// <summary>The class of every character.</summary>
internal static class CharacterClasses
{
    private const string Opening = "「『〔〈《【〖〘〚（［｛‘“〝⦅｟｢";
    private const string Closing = "」』〕〉》】〗〙〛）］｝’”〞〟⦆｠｣";
    private const string Stopping = "。．，、；：！？｡､";

    // GB/T 15834-2011, 5.1.6 and 5.1.7: 连接号, 间隔号 and (5.1.9) 分隔号 do not stand at a line's start; nor do marks of repetition and length.
    private const string StartForbidden = "～〜–―－―ー々〻ヽヾゝゞ゛゜ｰ／";

    internal static CharacterClass Of(int codePoint)
    {
        if (codePoint < 0x80)
            return Ascii((char)codePoint);
        if (codePoint >= 0x4E00 && codePoint <= 0x9FFF)
            return CharacterClass.Han;
        if (codePoint > 0xFFFF)
            return CharacterClass.Han;
        char character = (char)codePoint;
        switch (character)
        {
            case '\u3000': return CharacterClass.IdeographicSpace;
            case '\u00A0' or '\u2060' or '\uFEFF': return CharacterClass.NoBreakSpace;
            case '\u200B': return CharacterClass.ZeroWidthSpace;
            case '·' or '・' or '･' or '‧' or '•': return CharacterClass.Middle;
            case '—' or '⸺': return CharacterClass.Dash;
            case '…' or '⋯': return CharacterClass.Ellipsis;
            case '％' or '‰' or '℃' or '°' or '￠' or '℉' or '′' or '″': return CharacterClass.Postfix;
            case '¥' or '￥' or '＄' or '£' or '€' or '№' or '＃' or '￡': return CharacterClass.Prefix;
            case '‐' or '‑': return CharacterClass.Hyphen;
        }
        if (Opening.Contains(character, StringComparison.Ordinal))
            return CharacterClass.Open;
        if (Closing.Contains(character, StringComparison.Ordinal))
            return CharacterClass.Close;
        if (Stopping.Contains(character, StringComparison.Ordinal))
            return CharacterClass.Stop;
        if (StartForbidden.Contains(character, StringComparison.Ordinal))
            return CharacterClass.NotAtStart;
        // Latin, Greek and Cyrillic letters; full-width forms of them (U+FF21 …) are set like Han.
        if (codePoint < 0x0530 || codePoint is >= 0x1E00 and < 0x2000)
            return char.IsLetter(character) ? CharacterClass.Letter : CharacterClass.LatinSymbol;
        return CharacterClass.Han;
    }

    /// <summary>Letters and digits get a quarter em beside Han (clreq, 3.2.3).</summary>
    internal static bool IsWesternWord(CharacterClass kind) => kind is CharacterClass.Letter or CharacterClass.Digit;

    /// <summary>Stands in Latin text: a line breaks there at spaces only.</summary>
    internal static bool IsLatin(CharacterClass kind) => kind is >= CharacterClass.Letter and <= CharacterClass.LatinSymbol;

    /// <summary>Where source white space between two of these is layout of the source, not a space.</summary>
    internal static bool IsWide(CharacterClass kind) =>
        (kind <= CharacterClass.IdeographicSpace && kind is not (CharacterClass.Dash or CharacterClass.Ellipsis)) || kind == CharacterClass.Object;

    /// <summary>May hang over the end of the line.</summary>
    internal static bool MayHang(int codePoint) => codePoint is '。' or '，' or '、' or '；' or '：' or '．';

    private static CharacterClass Ascii(char character) => character switch
    {
        ' ' => CharacterClass.Space,
        >= '0' and <= '9' => CharacterClass.Digit,
        (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => CharacterClass.Letter,
        '(' or '[' or '{' => CharacterClass.LatinOpen,
        ')' or ']' or '}' => CharacterClass.LatinClose,
        ',' or '.' or ';' or ':' or '!' or '?' => CharacterClass.LatinStop,
        '%' => CharacterClass.Postfix,
        '$' or '#' => CharacterClass.Prefix,
        '-' => CharacterClass.Hyphen,
        '/' or '\\' => CharacterClass.Slash,
        _ => CharacterClass.LatinSymbol,
    };
}
