using System.Globalization;

namespace Writ.Documents.Packs;

/// <summary>A time of day, <c>HH:mm</c> or <c>HH:mm:ss</c>.</summary>
internal static class TimeFormat
{
    public static bool Holds(string text) =>
        TimeOnly.TryParseExact(text, text.Length == 8 ? "HH:mm:ss" : "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
