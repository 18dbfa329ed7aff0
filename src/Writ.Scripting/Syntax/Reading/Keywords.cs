namespace Writ.Scripting;

/// <summary>The words that mean something at the start of a statement.</summary>
internal static class Keywords
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = new HashSet<string>(StringComparer.Ordinal)
    {
        "if", "else", "end", "for", "in", "case", "when", "while", "break", "continue", "func", "ret",
        "import", "readonly", "with", "capture", "wrap", "tablerow", "do", "this", "null", "true", "false",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The word, or "" when it is none.</summary>
    public static string Find(ReadOnlySpan<char> name) => name.Length is >= 2 and <= 8 && Words.TryGetValue(name, out string? word) ? word : "";
}
