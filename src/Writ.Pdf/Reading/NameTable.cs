namespace Writ.Pdf;

/// <summary>One object for each name in a file, however often it occurs.</summary>
internal sealed class NameTable
{
    // 7.3.5 sets no limit but the memory; ISO 19005 says 127. Longer ones are read, not shared.
    private const int LongestShared = 128;

    private readonly Dictionary<string, PdfName> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PdfName>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public NameTable() => lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();

    public PdfName Get(ReadOnlySpan<byte> escaped)
    {
        var buffer = escaped.Length <= LongestShared ? stackalloc char[LongestShared] : new char[escaped.Length];
        var name = buffer[..StringReading.Name(escaped, buffer)];
        if (lookup.TryGetValue(name, out var known)) return known;
        var read = new PdfName(name.ToString());
        if (name.Length <= LongestShared) names.Add(read.Value, read);
        return read;
    }
}
