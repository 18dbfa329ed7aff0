using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Writ.Scripting;

/// <summary>The cultures numbers and dates can be printed in. The data is the room's own, so that a text is the same on every machine.</summary>
internal static partial class Cultures
{
    private static readonly Dictionary<string, string[]> Rows = ReadRows();
    private static readonly ConcurrentDictionary<string, CultureInfo> Made = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The culture of that name; an unknown one is as the platform makes it: invariant names, other number habits.</summary>
    public static CultureInfo Find(string name) => name.Length == 0 ? CultureInfo.InvariantCulture
        : Rows.ContainsKey(name) ? Made.GetOrAdd(name, Make)
        : Made.GetOrAdd("*", Make);

    /// <summary>Whether a name has the form of a culture's: letters, then parts behind hyphens; "" is the invariant one.</summary>
    public static bool IsName(string name) => name.Length == 0 || Form().IsMatch(name);

    private static Dictionary<string, string[]> ReadRows()
    {
        Dictionary<string, string[]> rows = new(StringComparer.OrdinalIgnoreCase);
        using Stream stream = typeof(Cultures).Assembly.GetManifestResourceStream("cultures.txt")!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            string[] fields = [.. line.Split('|').Select(static field => Escape().Replace(field, static match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString()))];
            rows[fields[0]] = fields;
        }
        return rows;
    }

    private static CultureInfo Make(string name)
    {
        string[] row = Rows[name];
        int at = 1;
        CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        NumberFormatInfo number = culture.NumberFormat;
        number.NumberDecimalSeparator = row[at++];
        number.NumberGroupSeparator = row[at++];
        number.NumberGroupSizes = number.CurrencyGroupSizes = number.PercentGroupSizes = [.. row[at++].Split(',').Select(int.Parse)];
        number.NumberDecimalDigits = int.Parse(row[at++], CultureInfo.InvariantCulture);
        number.NumberNegativePattern = int.Parse(row[at++], CultureInfo.InvariantCulture);
        number.CurrencySymbol = row[at++];
        number.CurrencyDecimalSeparator = row[at++];
        number.CurrencyGroupSeparator = row[at++];
        number.CurrencyDecimalDigits = int.Parse(row[at++], CultureInfo.InvariantCulture);
        number.CurrencyPositivePattern = int.Parse(row[at++], CultureInfo.InvariantCulture);
        number.CurrencyNegativePattern = int.Parse(row[at++], CultureInfo.InvariantCulture);
        number.PercentDecimalSeparator = row[at++];
        number.PercentGroupSeparator = row[at++];
        number.PercentDecimalDigits = int.Parse(row[at++], CultureInfo.InvariantCulture);
        number.PercentPositivePattern = int.Parse(row[at++], CultureInfo.InvariantCulture);
        number.PercentNegativePattern = int.Parse(row[at++], CultureInfo.InvariantCulture);
        number.PercentSymbol = row[at++];
        number.NegativeSign = row[at++];
        number.PositiveInfinitySymbol = row[at++];
        number.NegativeInfinitySymbol = number.NegativeSign + number.PositiveInfinitySymbol;
        number.NaNSymbol = row[at++];
        DateTimeFormatInfo date = culture.DateTimeFormat;
        date.DayNames = row[at++].Split(',');
        date.AbbreviatedDayNames = row[at++].Split(',');
        date.MonthNames = [.. row[at++].Split(','), ""];
        date.AbbreviatedMonthNames = [.. row[at++].Split(','), ""];
        date.MonthGenitiveNames = [.. row[at++].Split(','), ""];
        date.AbbreviatedMonthGenitiveNames = [.. row[at++].Split(','), ""];
        date.AMDesignator = row[at++];
        date.PMDesignator = row[at++];
        date.ShortDatePattern = row[at++];
        date.LongDatePattern = row[at++];
        date.ShortTimePattern = row[at++];
        date.LongTimePattern = row[at++];
        date.MonthDayPattern = row[at++];
        date.YearMonthPattern = row[at++];
        date.FirstDayOfWeek = (DayOfWeek)int.Parse(row[at++], CultureInfo.InvariantCulture);
        date.CalendarWeekRule = (CalendarWeekRule)int.Parse(row[at++], CultureInfo.InvariantCulture);
        date.DateSeparator = row[at++];
        date.TimeSeparator = row[at];
        return CultureInfo.ReadOnly(culture);
    }

    [GeneratedRegex(@"^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*\z")]
    private static partial Regex Form();

    [GeneratedRegex(@"\\u([0-9A-F]{4})")]
    private static partial Regex Escape();
}
