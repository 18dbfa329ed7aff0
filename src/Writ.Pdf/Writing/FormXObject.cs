namespace Writ.Pdf;

/// <summary>A form XObject (ISO 32000-2, 8.10): the appearance of a field, or a drawing used many times.</summary>
public static class FormXObject
{
    /// <param name="box">In the form's own space.</param>
    /// <param name="extra">Further entries of its dictionary: private data, /StructParents.</param>
    public static PdfReference Write(ObjectWriter writer, PdfBox box, ContentWriter content, params ReadOnlySpan<(string Key, PdfObject? Value)> extra)
    {
        if (!content.Balanced) throw new InvalidOperationException("The content is not closed.");
        var dictionary = PdfDictionary.Of(
            ("Type", new PdfName("XObject")), ("Subtype", new PdfName("Form")),
            ("BBox", box.ToArray()), ("Resources", content.Resources()));
        foreach (var (key, value) in extra)
            if (value is not null) dictionary = dictionary.With(key, value);
        return writer.WriteStream(dictionary, content.Bytes);
    }

    /// <summary>The appearance of a field nobody has filled in: present, as ISO 19005-3, 6.3.3 demands, and blank.</summary>
    public static PdfReference WriteEmpty(ObjectWriter writer, double width, double height) =>
        Write(writer, new PdfBox(0, 0, width, height), new ContentWriter());
}
