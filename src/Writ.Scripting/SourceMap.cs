namespace Writ.Scripting;

/// <summary>Leads from an offset in the output back to the template line that wrote it.</summary>
public sealed class SourceMap
{
    private readonly IReadOnlyList<SourceMapEntry> entries;

    internal SourceMap(IReadOnlyList<SourceMapEntry> entries) => this.entries = entries;

    public int Count => entries.Count;

    /// <summary>The template place that wrote the character at <paramref name="offset"/>; null before the first piece.</summary>
    public ScriptSpan? Find(int offset)
    {
        int low = 0;
        int high = entries.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (entries[middle].Offset <= offset)
                low = middle + 1;
            else
                high = middle - 1;
        }
        if (high < 0)
            return null;
        SourceMapEntry found = entries[high];
        return found.Source.Locate(found.Moves ? found.Place + (offset - found.Offset) : found.Place);
    }
}
