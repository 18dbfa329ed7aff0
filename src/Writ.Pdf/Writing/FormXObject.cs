namespace Writ.Pdf;

/// <summary>A form XObject (ISO 32000-2, 8.10): the appearance of a field, or a drawing used many times.</summary>
public static class FormXObject
{
    /// <param name="box">In the form's own space.</param>
    /// <param name="extra">Further entries of its dictionary: private data, /StructParents.</param>
    public static PdfReference Write(ObjectWriter writer, PdfBox box, ContentWriter content, params ReadOnlySpan<(string Key, PdfObject? Value)> extra)
    {
        var dictionary = Describe(box, content);
        foreach (var (key, value) in extra)
            if (value is not null) dictionary = dictionary.With(key, value);
        return writer.WriteStream(dictionary, content.Bytes);
    }

    /// <summary>
    /// A drawing made and compressed once, to be written into any number of documents and painted into the unit square, as images are. Its content
    /// is paths alone: whatever it named would belong to one document.
    /// </summary>
    public static PdfStream Prepare(double width, double height, ContentWriter content)
    {
        if (content.Resources().Count > 0) throw new InvalidOperationException("A drawing for many documents names objects of one.");
        var dictionary = Describe(new PdfBox(0, 0, width, height), content).With("Matrix", PdfArray.Of(new PdfReal(1 / width), 0, 0, new PdfReal(1 / height), 0, 0));
        return PdfStream.Compress(dictionary, content.Bytes);
    }

    /// <summary>The appearance of a field nobody has filled in: present, as ISO 19005-3, 6.3.3 demands, and blank.</summary>
    public static PdfReference WriteEmpty(ObjectWriter writer, double width, double height) =>
        Write(writer, new PdfBox(0, 0, width, height), new ContentWriter());

    private static PdfDictionary Describe(PdfBox box, ContentWriter content)
    {
        if (!content.Balanced) throw new InvalidOperationException("The content is not closed.");
        return PdfDictionary.Of(
            ("Type", new PdfName("XObject")), ("Subtype", new PdfName("Form")),
            ("BBox", box.ToArray()), ("Resources", content.Resources()));
    }
}
