namespace Writ.Pdf;

/// <summary>A number tree over the keys 0…n-1 (ISO 32000-2, 7.9.7): one leaf when small, leaves of limited size under a root otherwise.</summary>
internal static class NumberTree
{
    private const int LeafSize = 128;

    public static PdfReference Write(ObjectWriter writer, IReadOnlyList<PdfObject> values)
    {
        if (values.Count <= LeafSize) return writer.Write(PdfDictionary.Of(("Nums", Pairs(values, 0, values.Count))));
        var leaves = new List<PdfObject>();
        for (var first = 0; first < values.Count; first += LeafSize)
        {
            var end = Math.Min(values.Count, first + LeafSize);
            leaves.Add(writer.Write(PdfDictionary.Of(("Limits", PdfArray.Of(first, end - 1)), ("Nums", Pairs(values, first, end)))));
        }
        return writer.Write(PdfDictionary.Of(("Kids", PdfArray.Of(leaves))));
    }

    private static PdfArray Pairs(IReadOnlyList<PdfObject> values, int first, int end)
    {
        var pairs = new PdfObject[2 * (end - first)];
        for (var key = first; key < end; key++)
        {
            pairs[2 * (key - first)] = key;
            pairs[(2 * (key - first)) + 1] = values[key];
        }
        return PdfArray.Own(pairs);
    }
}
