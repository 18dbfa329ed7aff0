namespace Writ.Scripting;

/// <summary>What a date or a duration tells under a name.</summary>
internal static class TimeMembers
{
    public static ScriptValue? Of(DateTime date, string name) => name switch
    {
        "year" => ScriptNumber.Whole(date.Year),
        "month" => ScriptNumber.Whole(date.Month),
        "day" => ScriptNumber.Whole(date.Day),
        "hour" => ScriptNumber.Whole(date.Hour),
        "minute" => ScriptNumber.Whole(date.Minute),
        "second" => ScriptNumber.Whole(date.Second),
        "millisecond" => ScriptNumber.Whole(date.Millisecond),
        "microsecond" => ScriptNumber.Whole(date.Microsecond),
        "nanosecond" => ScriptNumber.Whole(date.Nanosecond),
        "day_of_year" => ScriptNumber.Whole(date.DayOfYear),
        "day_of_week" => new ScriptText(date.DayOfWeek.ToString()),
        "kind" => new ScriptText(date.Kind.ToString()),
        "ticks" => ScriptNumber.Whole(date.Ticks),
        "date" => new ScriptDate(date.Date),
        "time_of_day" => new ScriptDuration(date.TimeOfDay),
        _ => null,
    };

    public static ScriptValue? Of(TimeSpan duration, string name) => name switch
    {
        "days" => ScriptNumber.Whole(duration.Days),
        "hours" => ScriptNumber.Whole(duration.Hours),
        "minutes" => ScriptNumber.Whole(duration.Minutes),
        "seconds" => ScriptNumber.Whole(duration.Seconds),
        "milliseconds" => ScriptNumber.Whole(duration.Milliseconds),
        "microseconds" => ScriptNumber.Whole(duration.Microseconds),
        "nanoseconds" => ScriptNumber.Whole(duration.Nanoseconds),
        "ticks" => ScriptNumber.Whole(duration.Ticks),
        "total_days" => ScriptNumber.Double(duration.TotalDays),
        "total_hours" => ScriptNumber.Double(duration.TotalHours),
        "total_minutes" => ScriptNumber.Double(duration.TotalMinutes),
        "total_seconds" => ScriptNumber.Double(duration.TotalSeconds),
        "total_milliseconds" => ScriptNumber.Double(duration.TotalMilliseconds),
        "total_microseconds" => ScriptNumber.Double(duration.TotalMicroseconds),
        "total_nanoseconds" => ScriptNumber.Double(duration.TotalNanoseconds),
        _ => null,
    };
}
