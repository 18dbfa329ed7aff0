using System.Globalization;

namespace Writ.Sealing.Checking;

/// <summary>Dates of a PDF (ISO 32000-2, 7.9.4) read patiently: a wrong one is no date.</summary>
internal static class PdfDate
{
    public static DateTimeOffset? Read(string? text)
    {
        if (text is null)
            return null;
        var digits = text.StartsWith("D:", StringComparison.Ordinal) ? text[2..] : text;
        var length = 0;
        while (length < digits.Length && length < 14 && char.IsAsciiDigit(digits[length]))
            length++;
        var whole = digits[..length];
        whole = length switch
        {
            4 => whole + "0101000000",
            6 => whole + "01000000",
            8 => whole + "000000",
            10 => whole + "0000",
            12 => whole + "00",
            14 => whole,
            _ => "",
        };
        var zone = digits[length..].Replace("'", "", StringComparison.Ordinal);
        var offset = TimeSpan.Zero;
        if (zone.Length >= 3 && zone[0] is ('+' or '-'))
        {
            if (!int.TryParse(zone.AsSpan(1, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hours) || hours > 14)
                return null;
            var minutes = zone.Length >= 5 && int.TryParse(zone.AsSpan(3, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var m) && m < 60 ? m : 0;
            offset = new TimeSpan(hours, minutes, 0) * (zone[0] == '-' ? -1 : 1);
        }
        return offset.Duration() <= TimeSpan.FromHours(14) && DateTime.TryParseExact(whole, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            && time.Year > 1 && time.Year < 9999
            ? new DateTimeOffset(time, offset)
            : null;
    }
}
