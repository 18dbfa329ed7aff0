using System.Globalization;

namespace Writ.Scripting;

/// <summary>.NET format strings on numbers, dates and durations.</summary>
internal static class Formatting
{
    /// <summary>A precision beyond this would make texts of absurd length.</summary>
    private const int MostDigits = 999;

    public static ScriptValue Number(Arguments a, ScriptNumber number, string? format, CultureInfo culture) => Try(a, format, () => number.Text(culture, format));

    public static ScriptValue Any(Arguments a)
    {
        string? format = a.Text(1);
        CultureInfo culture = a.Culture(2);
        return a.Value(0) switch
        {
            ScriptNull => ScriptText.Blank,
            ScriptNumber number => Try(a, format, () => number.Text(culture, format)),
            ScriptDate date => Try(a, format, () => date.Value.ToString(format, culture)),
            ScriptDuration duration => Try(a, format, () => duration.Value.ToString(format, culture)),
            ScriptValue value => throw a.Fault($"Unexpected `{value.Kind}`. Must be a formattable object"),
        };
    }

    private static ScriptValue Try(Arguments a, string? format, Func<string> print)
    {
        if (format is { Length: > 4 } && int.TryParse(format.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int digits) && digits > MostDigits)
            throw a.Fault("Format specifier was invalid.");
        return a.Result(print());
    }
}
