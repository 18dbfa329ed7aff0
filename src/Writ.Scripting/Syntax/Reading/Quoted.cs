using System.Globalization;
using System.Text;

namespace Writ.Scripting;

/// <summary>Undoes the escapes of a quoted text; the lexer has checked them.</summary>
internal static class Quoted
{
    public static string Unescape(ReadOnlySpan<char> text)
    {
        int first = text.IndexOf('\\');
        if (first < 0)
            return text.ToString();
        StringBuilder plain = new(text.Length);
        plain.Append(text[..first]);
        for (int i = first; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 >= text.Length)
            {
                plain.Append(text[i]);
                continue;
            }
            char c = text[++i];
            switch (c)
            {
                case '0': plain.Append('\0'); break;
                case 'b': plain.Append('\b'); break;
                case 'f': plain.Append('\f'); break;
                case 'n': plain.Append('\n'); break;
                case 'r': plain.Append('\r'); break;
                case 't': plain.Append('\t'); break;
                case 'v': plain.Append('\v'); break;
                case 'x' or 'u':
                    int digits = c == 'x' ? 2 : 4;
                    plain.Append((char)int.Parse(text.Slice(i + 1, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                    i += digits;
                    break;
                case '\n':
                    break;
                case '\r':
                    if (i + 1 < text.Length && text[i + 1] == '\n')
                        i++;
                    break;
                default: plain.Append(c); break;
            }
        }
        return plain.ToString();
    }
}
