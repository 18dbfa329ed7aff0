namespace Writ.Pdf;

/// <summary>Reads back the files a document carries by name (ISO 32000-2, 7.11.4 and 7.7.4), whichever producer wrote the name tree.</summary>
public static class EmbeddedFiles
{
    private const int DeepestTree = 32;
    private const int MostFiles = 1_000;

    /// <summary>The decoded bytes of the embedded file called <paramref name="name"/>, or null when there is none.</summary>
    /// <exception cref="PdfFormatException">Its stream cannot be decoded, or the name tree is no tree.</exception>
    public static ReadOnlyMemory<byte>? Find(Revision view, string name)
    {
        var seen = 0;
        return view.Resolve(view.Catalog["Names"]) is PdfDictionary names && view.Resolve(names["EmbeddedFiles"]) is PdfDictionary tree
            ? Search(view, tree, name, 0, ref seen)
            : null;
    }

    private static ReadOnlyMemory<byte>? Search(Revision view, PdfDictionary node, string name, int depth, ref int seen)
    {
        if (depth > DeepestTree) throw new PdfFormatException(-1, "ISO 32000-2, 7.9.6", "The name tree is too deep");
        if (view.Resolve(node["Names"]) is PdfArray pairs)
        {
            for (var i = 0; i + 1 < pairs.Count && seen < MostFiles; i += 2, seen++)
            {
                if (view.Resolve(pairs[i]) is PdfString key && key.ToText() == name && view.Resolve(pairs[i + 1]) is PdfDictionary file
                    && view.Resolve(file["EF"]) is PdfDictionary streams && view.Resolve(streams["UF"] ?? streams["F"]) is PdfStream stream)
                    return view.Decode(stream);
            }
        }
        if (view.Resolve(node["Kids"]) is PdfArray kids)
        {
            foreach (var kid in kids)
                if (seen < MostFiles && view.Resolve(kid) is PdfDictionary below && Search(view, below, name, depth + 1, ref seen) is { } found) return found;
        }
        return null;
    }
}
