using System.Globalization;

namespace Writ.Scripting;

/// <summary>The namespace <c>date</c>. The clock is the context's.</summary>
internal static class DateFunctions
{
    public static ScriptObject Make() => new FunctionTable()
        .Add("default_format", new ScriptText(DateFormat.Standard))
        .Add("format", new ScriptText(DateFormat.Standard), isReadOnly: false)
        .Add("now", "", static a => new ScriptDate(DateTime.SpecifyKind(Now(a).DateTime, DateTimeKind.Local)))
        .Add("utc_now", "", static a => new ScriptDate(Now(a).UtcDateTime))
        .Add("add_days", "date days", static a => Add(a, "AddDays", TimeSpan.TicksPerDay))
        .Add("add_hours", "date hours", static a => Add(a, "AddHours", TimeSpan.TicksPerHour))
        .Add("add_minutes", "date minutes", static a => Add(a, "AddMinutes", TimeSpan.TicksPerMinute))
        .Add("add_seconds", "date seconds", static a => Add(a, "AddSeconds", TimeSpan.TicksPerSecond))
        .Add("add_milliseconds", "date millis", static a => Add(a, "AddMilliseconds", TimeSpan.TicksPerMillisecond))
        .Add("add_months", "date months", static a => AddMonths(a, "AddMonths", 1))
        .Add("add_years", "date years", static a => AddMonths(a, "AddYears", 12))
        .Add("parse", "text pattern? culture?", static a => DateParsing.Parse(a, a.Text(0), a.Text(1), a.Culture(2), 1))
        .Add("parse_to_string", "text output_pattern? output_culture? input_pattern? input_culture?", ParseToString)
        .Add("to_string", "date pattern culture?", ToText)
        .Close();

    public static DateTimeOffset Now(Arguments a) => a.Run.Context.Now ?? throw a.Fault("This script was given no clock");

    private static DateTime Required(Arguments a, string function) => a.Date(0) ?? throw a.Fault($"Argument `date` cannot be null for function `{function}`.");

    private static ScriptDate Add(Arguments a, string function, long unit)
    {
        DateTime date = Required(a, function);
        double ticks = a.Double(1) * unit;
        if (!(Math.Abs(ticks) < long.MaxValue / 2) || date.Ticks + (long)ticks < 0 || date.Ticks + (long)ticks > DateTime.MaxValue.Ticks)
            throw a.Fault("The added or subtracted value results in an un-representable DateTime. (Parameter 'value')");
        return new ScriptDate(date.AddTicks((long)ticks));
    }

    private static ScriptDate AddMonths(Arguments a, string function, int unit)
    {
        DateTime date = Required(a, function);
        long months = (long)a.Int(1) * unit;
        long target = (date.Year * 12L) + date.Month - 1 + months;
        if (target is < 12 or > (9999 * 12) + 11)
            throw a.Fault("The added or subtracted value results in an un-representable DateTime. (Parameter 'months')");
        return new ScriptDate(date.AddMonths((int)months));
    }

    private static ScriptValue ToText(Arguments a)
    {
        string pattern = a.Text(1) ?? throw a.Fault(1, "Value cannot be null. (Parameter 'pattern')");
        if (a.Date(0) is not { } date)
            return ScriptValue.Null;
        return new ScriptText(DateFormat.Print(a.Run, date, pattern, a.Culture(2)));
    }

    // Without an output pattern the reference hands its own default on as a .NET format: %d %b %Y prints nonsense.
    private static ScriptValue ParseToString(Arguments a)
    {
        if (a.Text(0) is not { Length: > 0 } text)
            return ScriptValue.Null;
        ScriptValue parsed = DateParsing.Parse(a, text, a.Text(3), a.Culture(4), 3);
        if (parsed is not ScriptDate date)
            return ScriptValue.Null;
        string format = a.Text(1) is { } pattern ? DateParsing.Map(a, pattern, 1) : DateFormat.Standard;
        return new ScriptText(date.Value.ToString(format, a.Culture(2)));
    }
}
