namespace Writ.Documents.Packs;

/// <summary>
/// A moment in Beijing time: <c>yyyy-MM-ddTHH:mm</c>, optionally with seconds, optionally with the offset <c>+08:00</c>. Any other offset is refused:
/// a writ prints the clock on the wall, and silently converting it would print a time nobody read there.
/// </summary>
internal static class DateTimeFormat
{
    private const string Beijing = "+08:00";

    public static bool Holds(string text)
    {
        if (text.EndsWith(Beijing, StringComparison.Ordinal)) text = text[..^Beijing.Length];
        return text.Length is 16 or 19 && text[10] == 'T' && DateFormat.Holds(text[..10]) && TimeFormat.Holds(text[11..]);
    }

    /// <summary>The same moment as <c>yyyy-MM-ddTHH:mm:ss</c>, so that moments compare as texts.</summary>
    public static string Plain(string text)
    {
        if (text.EndsWith(Beijing, StringComparison.Ordinal)) text = text[..^Beijing.Length];
        return text.Length == 16 ? text + ":00" : text;
    }
}
