using System.Globalization;
using System.Text;

namespace Writ.Scripting;

/// <summary>
/// Days and moments as case data writes them (<c>2026-03-05</c>, <c>2026-03-05T14:30:00</c>): read, printed the Chinese way, counted on.
/// Counting gives a text of the same form, so that days and moments compare as texts.
/// </summary>
internal static class WritTimes
{
    private const string DayForm = "yyyy-MM-dd";
    private const string MomentForm = "yyyy-MM-dd'T'HH:mm:ss";
    private const string ChineseDigits = "〇一二三四五六七八九";

    private static readonly string[] Forms = [DayForm, MomentForm, "yyyy-MM-dd'T'HH:mm"];

    public static DateTime Read(Arguments a)
    {
        if (a.Value(0) is ScriptDate date)
            return date.Value;
        return DateTime.TryParseExact(a.Text(0), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime moment)
            ? moment : throw a.Fault(0, $"`{a.Text(0)}` is not a day or moment of the form 2026-03-05 or 2026-03-05T14:30:00");
    }

    // GB/T 9704-2012, 7.3.5.4: Arabic numerals, the full year, no leading zeros.
    public static string Day(DateTime day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>2026年3月5日14时30分; midnight is 0时0分.</summary>
    public static string Moment(DateTime moment) => moment.ToString("yyyy年M月d日H时m分", CultureInfo.InvariantCulture);

    /// <summary>二〇二六年三月五日.</summary>
    public static string DayInChinese(DateTime day)
    {
        StringBuilder text = new();
        foreach (char figure in day.Year.ToString("0000", CultureInfo.InvariantCulture))
            text.Append(ChineseDigits[figure - '0']);
        return text.Append('年').Append(Small(day.Month)).Append('月').Append(Small(day.Day)).Append('日').ToString();
    }

    public static ScriptText AddDays(Arguments a) => Written(a, Read(a).AddDays(a.Int(1)));

    public static ScriptText AddHours(Arguments a) => new(Read(a).AddHours(a.Int(1)).ToString(MomentForm, CultureInfo.InvariantCulture));

    /// <summary>The n-th working day after the given one; the first day is not counted.</summary>
    public static ScriptText AddWorkingDays(Arguments a)
    {
        WorkingCalendar calendar = a.Run.Context.Calendar ?? throw a.Fault("This script was given no working-day calendar");
        DateOnly day = DateOnly.FromDateTime(Read(a));
        for (int left = a.Int(1); left > 0;)
        {
            day = day.AddDays(1);
            if (!calendar.Covers(day))
                throw a.Fault($"The working-day calendar ends before {day.ToString(DayForm, CultureInfo.InvariantCulture)}");
            if (calendar.IsWorked(day))
                left--;
        }
        return new ScriptText(day.ToString(DayForm, CultureInfo.InvariantCulture));
    }

    private static ScriptText Written(Arguments a, DateTime moment) =>
        new(moment.ToString(a.Text(0) is { Length: 10 } ? DayForm : MomentForm, CultureInfo.InvariantCulture));

    private static string Small(int number) => number switch
    {
        < 10 => ChineseDigits[number].ToString(),
        10 => "十",
        < 20 => "十" + ChineseDigits[number % 10],
        _ => ChineseDigits[number / 10] + "十" + (number % 10 == 0 ? "" : ChineseDigits[number % 10].ToString()),
    };
}
