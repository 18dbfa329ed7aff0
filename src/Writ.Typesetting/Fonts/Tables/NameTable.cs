using System.Text;

namespace Writ.Typesetting;

/// <summary>'name': of its many strings only the PostScript name (6) is wanted, kept to what a PDF name and a CFF name may hold.</summary>
internal static class NameTable
{
    private const int PostScriptName = 6;
    private const int LongestName = 63;

    public static string? ReadPostScriptName(FontTable table)
    {
        int count = table.U16(2), strings = table.U16(4);
        for (int i = 0; i < count; i++)
        {
            int record = 6 + i * 12;
            if (table.U16(record + 6) != PostScriptName)
                continue;
            int platform = table.U16(record);
            ReadOnlySpan<byte> bytes = table.Slice(strings + table.U16(record + 10), table.U16(record + 8));
            // Platforms 0 and 3 write UTF-16, platform 1 one byte a letter.
            string name = platform is 0 or 3 ? Encoding.BigEndianUnicode.GetString(bytes) : Encoding.Latin1.GetString(bytes);
            name = Clean(name);
            if (name.Length > 0)
                return name;
        }
        return null;
    }

    /// <summary>Letters, digits and the few signs that need no escape anywhere; at most 63 (Adobe Technical Note 5176, section 7).</summary>
    public static string Clean(string name)
    {
        var clean = new StringBuilder(Math.Min(name.Length, LongestName));
        foreach (char letter in name)
        {
            if (clean.Length < LongestName && (char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.'))
                clean.Append(letter);
        }
        return clean.ToString();
    }
}
