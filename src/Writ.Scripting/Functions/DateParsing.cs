using System.Globalization;
using System.Text;

namespace Writ.Scripting;

/// <summary>Reads dates from text.</summary>
internal static class DateParsing
{
    public static ScriptValue Parse(Arguments a, string? text, string? pattern, CultureInfo culture, int patternIndex)
    {
        if (string.IsNullOrEmpty(text))
            return ScriptValue.Null;
        if (pattern is not null)
        {
            string format = Map(a, pattern, patternIndex);
            return DateTime.TryParseExact(text, format, culture, DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.NoCurrentDateDefault, out DateTime exact)
                ? Local(exact) : Failed(a, text);
        }
        if (HasZone(text))
            return DateTimeOffset.TryParse(text, culture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
                ? Local(moment.ToOffset(DateFormat.Zone(a.Run)).DateTime) : Failed(a, text);
        return DateTime.TryParse(text, culture, DateTimeStyles.NoCurrentDateDefault, out DateTime date) ? Local(date) : Failed(a, text);
    }

    /// <summary>%-codes as a .NET format.</summary>
    public static string Map(Arguments a, string pattern, int index)
    {
        StringBuilder format = new();
        for (int i = 0; i < pattern.Length; i++)
        {
            char c = pattern[i];
            if (c != '%' || i + 1 >= pattern.Length)
            {
                format.Append(c);
                continue;
            }
            char code = pattern[++i];
            format.Append(code switch
            {
                'a' => "ddd",
                'A' => "dddd",
                // `%B` reads the short names.
                'b' or 'B' or 'h' => "MMM",
                'c' => "ddd MMM dd HH:mm:ss yyyy",
                'd' => "dd",
                'D' => "MM/dd/yy",
                'e' => "%d",
                'F' => "yyyy-MM-dd",
                'H' => "HH",
                'I' => "hh",
                'k' => "%H",
                'l' => "%h",
                'L' => "fff",
                'm' => "MM",
                'M' => "mm",
                'N' => "fffffff",
                'p' or 'P' => "tt",
                'r' => "hh:mm:ss tt",
                'R' => "HH:mm",
                'S' => "ss",
                'T' => "HH:mm:ss",
                'x' => "d",
                'X' => "T",
                'y' => "yy",
                'Y' => "yyyy",
                'Z' => "zzz",
                _ => throw a.Fault(index, $"The pattern %{code} is not supported for the parse method (Parameter 'pattern')"),
            });
        }
        return format.ToString();
    }

    // The compatible dialect answers the first day of year 1; in a legal text that would be a lie.
    private static ScriptDate Failed(Arguments a, string text) =>
        a.Run.Options.RefusesFailedDates ? throw a.Fault(0, $"No date can be read from `{text}`") : new ScriptDate(default);

    // What was parsed is local time: in the zone of the clock that was passed in.
    private static ScriptDate Local(DateTime date) => new(DateTime.SpecifyKind(date, DateTimeKind.Local));

    private static bool HasZone(string text)
    {
        if (text[^1] == 'Z')
            return true;
        for (int i = 0; i + 1 < text.Length; i++)
            if (text[i] == '+' && char.IsAsciiDigit(text[i + 1]))
                return true;
        return false;
    }
}
