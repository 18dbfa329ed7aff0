namespace Writ.Documents.Packs;

/// <summary>Turns a byte offset into line and column.</summary>
internal sealed class LineTable
{
    private readonly List<int> _starts = [0];

    public LineTable(ReadOnlySpan<byte> utf8)
    {
        for (var i = 0; i < utf8.Length; i++)
            if (utf8[i] == (byte)'\n') _starts.Add(i + 1);
    }

    public SourcePosition At(long offset)
    {
        var found = _starts.BinarySearch((int)offset);
        var line = found >= 0 ? found : ~found - 1;
        return new SourcePosition(line + 1, (int)offset - _starts[line] + 1);
    }
}
