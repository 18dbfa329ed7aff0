using System.Buffers;
using System.Text;

namespace Writ.Scripting;

/// <summary>Text made safe inside XML.</summary>
internal static class Escaping
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'");

    public static string Xml(string text)
    {
        int at = text.AsSpan().IndexOfAny(Special);
        if (at < 0)
            return text;
        StringBuilder safe = new(text.Length + 16);
        ReadOnlySpan<char> rest = text;
        while (at >= 0)
        {
            safe.Append(rest[..at]).Append(rest[at] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", _ => "&#39;" });
            rest = rest[(at + 1)..];
            at = rest.IndexOfAny(Special);
        }
        return safe.Append(rest).ToString();
    }
}
