using System.Globalization;
using System.Text;

namespace Writ.Scripting;

/// <summary>Dates by %-codes.</summary>
internal static class DateFormat
{
    public const string Standard = "%d %b %Y";

    /// <summary>A date as it is printed on its own: by <c>date.format</c>.</summary>
    public static string Default(Run run, DateTime date)
    {
        string format = run.Dates.TryGet("format", out ScriptValue? set) && set is ScriptText text ? text.Value : Standard;
        return Print(run, date, format, run.Culture);
    }

    public static string Print(Run run, DateTime date, string pattern, CultureInfo culture)
    {
        // The pattern `%g` alone stands for itself, a blank and the default format.
        if (pattern == "%g")
            pattern = "%g " + (run.Dates.TryGet("format", out ScriptValue? set) && set is ScriptText text ? text.Value : Standard);
        StringBuilder result = new();
        for (int i = 0; i < pattern.Length; i++)
        {
            char c = pattern[i];
            if (c != '%' || i + 1 >= pattern.Length)
            {
                result.Append(c);
                continue;
            }
            char code = pattern[++i];
            if (code == 'g')
            {
                culture = CultureInfo.InvariantCulture;
                continue;
            }
            string? printed = Code(run, date, code, culture);
            if (printed is null)
                result.Append('%').Append(code);
            else
                result.Append(printed);
        }
        return result.ToString();
    }

    private static string? Code(Run run, DateTime date, char code, CultureInfo culture) => code switch
    {
        'a' => date.ToString("ddd", culture),
        'A' => date.ToString("dddd", culture),
        'b' or 'h' => date.ToString("MMM", culture),
        'B' => date.ToString("MMMM", culture),
        'c' => date.ToString("ddd MMM dd HH:mm:ss yyyy", culture),
        'C' => (date.Year / 100).ToString("D2", CultureInfo.InvariantCulture),
        'd' => date.ToString("dd", culture),
        'D' => date.ToString("MM/dd/yy", CultureInfo.InvariantCulture),
        'e' => date.Day.ToString(CultureInfo.InvariantCulture).PadLeft(2),
        'F' => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        'H' => date.ToString("HH", culture),
        'I' => date.ToString("hh", culture),
        'j' => date.DayOfYear.ToString("D3", CultureInfo.InvariantCulture),
        'k' => date.Hour.ToString(CultureInfo.InvariantCulture).PadLeft(2),
        'l' => ((date.Hour + 11) % 12 + 1).ToString(CultureInfo.InvariantCulture).PadLeft(2),
        'L' => date.ToString("fff", culture),
        'm' => date.ToString("MM", culture),
        'M' => date.ToString("mm", culture),
        'n' => "\n",
        'N' => date.ToString("fffffff", culture) + "00",
        'p' => date.ToString("tt", culture),
        'P' => date.ToString("tt", culture).ToLowerInvariant(),
        'r' => date.ToString("hh:mm:ss tt", culture),
        'R' => date.ToString("HH:mm", CultureInfo.InvariantCulture),
        's' => new DateTimeOffset(DateTime.SpecifyKind(date, DateTimeKind.Unspecified), Zone(run)).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        'S' => date.ToString("ss", culture),
        't' => "\t",
        'T' => date.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        'u' => ((int)date.DayOfWeek == 0 ? 7 : (int)date.DayOfWeek).ToString(CultureInfo.InvariantCulture),
        'U' => Week(date, culture.DateTimeFormat.CalendarWeekRule, DayOfWeek.Sunday),
        'v' => string.Create(CultureInfo.InvariantCulture, $"{date.Day,2}-{date.ToString("MMM", culture).ToUpperInvariant()}-{date.Year:D4}"),
        'V' => Week(date, CalendarWeekRule.FirstFourDayWeek, DayOfWeek.Monday),
        'W' => Week(date, culture.DateTimeFormat.CalendarWeekRule, DayOfWeek.Monday),
        'w' => ((int)date.DayOfWeek).ToString(CultureInfo.InvariantCulture),
        'x' => date.ToString("d", culture),
        'X' => date.ToString("T", culture),
        'y' => date.ToString("yy", culture),
        'Y' => date.ToString("yyyy", culture),
        'Z' => new DateTimeOffset(2000, 1, 1, 0, 0, 0, Zone(run)).ToString("zzz", CultureInfo.InvariantCulture),
        '%' => "%",
        _ => null,
    };

    /// <summary>The zone of the clock that was passed in; without one, UTC.</summary>
    public static TimeSpan Zone(Run run) => run.Context.Now?.Offset ?? TimeSpan.Zero;

    private static string Week(DateTime date, CalendarWeekRule rule, DayOfWeek first) =>
        CultureInfo.InvariantCulture.Calendar.GetWeekOfYear(date, rule, first).ToString("D2", CultureInfo.InvariantCulture);
}
