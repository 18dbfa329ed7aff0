using System.Globalization;

namespace Writ.Scripting;

/// <summary>Dates as writs print them (GB/T 9704-2012, 7.3.5.4: Arabic numerals, the year in full, no leading zeros).</summary>
internal static class ChineseDates
{
    public static string Arabic(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary>二〇二六年三月五日, with 〇 for zero.</summary>
    public static string Capital(DateOnly day) =>
        $"{ChineseNumerals.Digits(day.Year.ToString("D4", CultureInfo.InvariantCulture))}年{ChineseNumerals.Count(day.Month)}月{ChineseNumerals.Count(day.Day)}日";

    public static string ArabicWithTime(DateTime moment) => Arabic(DateOnly.FromDateTime(moment)) + Time(moment);

    /// <summary>9时30分, 9时5分; midnight is 0时0分.</summary>
    public static string Time(DateTime moment) => string.Create(CultureInfo.InvariantCulture, $"{moment.Hour}时{moment.Minute}分");

    public static string Weekday(DateOnly day) => "星期" + "日一二三四五六"[(int)day.DayOfWeek];

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
