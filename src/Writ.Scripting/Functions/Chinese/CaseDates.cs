using System.Globalization;

namespace Writ.Scripting;

/// <summary>Dates of case data: ISO texts <c>2026-03-05</c>, <c>2026-03-05T09:30</c> (seconds and zone allowed), or dates of the language.</summary>
internal static class CaseDates
{
    private static readonly string[] Days = ["yyyy-MM-dd"];

    private static readonly string[] Moments =
    [
        "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss",
    ];

    private static readonly string[] Zoned = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private static readonly string[] Times = ["HH:mm", "HH:mm:ss"];

    /// <summary>Days on; a day stays a day and a moment a moment, so that both compare as texts.</summary>
    public static string AddDays(Arguments a, ScriptValue value)
    {
        DateTime moment = Moment(a, 0, timeOptional: true);
        DateOnly day = Shift(a, DateOnly.FromDateTime(moment), a.Int(1));
        return a.Text(0) is { Length: 10 } || value is ScriptDate ? ChineseDates.Iso(day) : day.ToDateTime(TimeOnly.FromDateTime(moment)).ToString(Moments[1], CultureInfo.InvariantCulture);
    }

    public static string AddHours(Arguments a, ScriptValue value)
    {
        DateTime moment = Moment(a, 0, timeOptional: true);
        long ticks = moment.Ticks + (a.Int(1) * TimeSpan.TicksPerHour);
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? new DateTime(ticks).ToString(Moments[1], CultureInfo.InvariantCulture) : throw a.Fault(1, "The date is out of range");
    }

    public static DateOnly Date(Arguments a, int index) => DateOnly.FromDateTime(Moment(a, index, timeOptional: true));

    public static DateTime Moment(Arguments a, int index, bool timeOptional = false, bool dayOptional = false)
    {
        if (a.Value(index) is ScriptDate date)
            return date.Value;
        string text = a.Text(index) ?? "";
        if (DateTime.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime moment))
            return moment;
        // A zone in the text is what the clock on the wall showed: the local part is the time meant.
        if (DateTimeOffset.TryParseExact(text, Zoned, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset zoned))
            return zoned.DateTime;
        if (timeOptional && DateTime.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out moment))
            return moment;
        if (dayOptional && TimeOnly.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time))
            return DateTime.UnixEpoch.Date + time.ToTimeSpan();
        throw a.Fault(index, $"`{text}` is no {(dayOptional ? "time" : "date")} in the form {(timeOptional ? "2026-03-05" : dayOptional ? "09:30" : "2026-03-05T09:30")}");
    }

    public static DateOnly Shift(Arguments a, DateOnly day, int days) =>
        day.DayNumber + (long)days is >= 0 and var number && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : throw a.Fault(1, "The date is out of range");

    /// <summary>The same day of a later month, or that month's last day when it has none (民法典 202: to the corresponding day).</summary>
    public static DateOnly ShiftMonths(Arguments a, DateOnly day, int months) =>
        (day.Year * 12L) + day.Month - 1 + months is >= 12 and <= (9999 * 12) + 11 ? day.AddMonths(months) : throw a.Fault(1, "The date is out of range");
}
