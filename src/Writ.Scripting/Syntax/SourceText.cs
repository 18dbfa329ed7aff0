namespace Writ.Scripting;

/// <summary>A template's text and name; turns offsets into lines and columns.</summary>
internal sealed class SourceText(string name, string text)
{
    private int[]? lineStarts;

    public string Name { get; } = name;
    public string Text { get; } = text;

    public ScriptSpan Locate(int offset)
    {
        if (offset < 0)
            return new ScriptSpan(Name, 0, 0);
        int[] starts = lineStarts ??= FindLines();
        int line = Array.BinarySearch(starts, offset);
        if (line < 0)
            line = ~line - 1;
        return new ScriptSpan(Name, line + 1, offset - starts[line] + 1);
    }

    private int[] FindLines()
    {
        List<int> starts = [0];
        for (int at = 0; at < Text.Length; at++)
            if (Text[at] == '\n' || (Text[at] == '\r' && (at + 1 >= Text.Length || Text[at + 1] != '\n')))
                starts.Add(at + 1);
        return [.. starts];
    }
}
