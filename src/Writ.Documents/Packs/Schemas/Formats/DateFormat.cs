using System.Globalization;

namespace Writ.Documents.Packs;

/// <summary>A calendar date, <c>yyyy-MM-dd</c>, that exists. RFC 3339, 5.6 (full-date).</summary>
internal static class DateFormat
{
    public static bool Holds(string text) =>
        text.Length == 10 && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year >= 1900;
}
