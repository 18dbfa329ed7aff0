using System.Globalization;

namespace Writ.Scripting;

/// <summary>The namespace <c>timespan</c>.</summary>
internal static class DurationFunctions
{
    public static ScriptObject Make() => new FunctionTable()
        .Add("zero", new ScriptDuration(TimeSpan.Zero))
        .Add("from_days", "days", static a => From(a, TimeSpan.TicksPerDay))
        .Add("from_hours", "hours", static a => From(a, TimeSpan.TicksPerHour))
        .Add("from_minutes", "minutes", static a => From(a, TimeSpan.TicksPerMinute))
        .Add("from_seconds", "seconds", static a => From(a, TimeSpan.TicksPerSecond))
        .Add("from_milliseconds", "millis", static a => From(a, TimeSpan.TicksPerMillisecond))
        .Add("parse", "text", static a => a.Text(0) is not { } text ? throw a.Fault(0, "Value cannot be null. (Parameter 'input')")
            : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan value) ? new ScriptDuration(value)
            : throw a.Fault($"String '{text}' was not recognized as a valid TimeSpan."))
        .Close();

    private static ScriptDuration From(Arguments a, long unit)
    {
        double ticks = a.Double(0) * unit;
        if (!(Math.Abs(ticks) < long.MaxValue))
            throw a.Fault("TimeSpan overflowed because the duration is too long.");
        return new ScriptDuration(new TimeSpan((long)ticks));
    }
}
