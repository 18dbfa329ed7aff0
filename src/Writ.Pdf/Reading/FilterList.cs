namespace Writ.Pdf;

/// <summary>/Filter and /DecodeParms of a stream as pairs (ISO 32000-2, table 5).</summary>
internal static class FilterList
{
    public static IReadOnlyList<(string Name, PdfDictionary? Parameters)> Of(PdfDictionary dictionary, Func<PdfObject, PdfObject> resolve)
    {
        var filters = Items(dictionary["Filter"], resolve);
        var parameters = Items(dictionary["DecodeParms"], resolve);
        var list = new List<(string, PdfDictionary?)>(filters.Count);
        for (var i = 0; i < filters.Count; i++)
        {
            if (filters[i] is not PdfName name) throw Lexer.Fault(-1, "7.3.8.2", "A filter is not a name");
            list.Add((name.Value, i < parameters.Count ? Direct(parameters[i] as PdfDictionary, resolve) : null));
        }
        return list;
    }

    private static IReadOnlyList<PdfObject> Items(PdfObject? value, Func<PdfObject, PdfObject> resolve) => value is null ? [] : resolve(value) switch
    {
        PdfNull => [],
        PdfArray array => [.. array.Select(resolve)],
        var single => [single],
    };

    private static PdfDictionary? Direct(PdfDictionary? parameters, Func<PdfObject, PdfObject> resolve)
    {
        if (parameters is null) return null;
        foreach (var entry in parameters.Entries)
            if (entry.Value is PdfReference reference && resolve(reference) is PdfInteger number) parameters = parameters.With(entry.Key, number);
        return parameters;
    }
}
