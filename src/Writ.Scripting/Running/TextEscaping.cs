using System.Globalization;
using System.Text;

namespace Writ.Scripting;

/// <summary>Text as it stands between quotes.</summary>
internal static class TextEscaping
{
    public static string Escape(string plain)
    {
        StringBuilder? escaped = null;
        for (int i = 0; i < plain.Length; i++)
        {
            char c = plain[i];
            string? escape = c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                '\r' => "\\r",
                '\a' => "\\a",
                '\b' => "\\b",
                '\v' => "\\v",
                '\f' => "\\f",
                < ' ' => "\\x" + ((int)c).ToString("x2", CultureInfo.InvariantCulture),
                _ => null,
            };
            if (escape is null)
                escaped?.Append(c);
            else
                (escaped ??= new StringBuilder(plain, 0, i, plain.Length + 8)).Append(escape);
        }
        return escaped?.ToString() ?? plain;
    }
}
