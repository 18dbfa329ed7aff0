namespace Writ.Typesetting;

/// <summary>
/// The font's bytes are wrong, go beyond <see cref="FontLimits"/>, or may not be embedded. Always says where: the table (its
/// four-letter tag, or "file" for the headers before the tables) and the offset inside it.
/// </summary>
public sealed class FontFormatException : Exception
{
    public FontFormatException(string table, long offset, string message)
        : base($"{table}+{offset}: {message}")
    {
        Table = table;
        Offset = offset;
        Reason = message;
    }

    public string Table { get; }

    public long Offset { get; }

    /// <summary>The message without the place.</summary>
    public string Reason { get; }
}
