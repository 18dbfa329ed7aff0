using Writ.Pdf;

namespace Writ.Documents;

/// <summary>What ink leaves on paper — a seal's impression, a print, a picture of a signature — as an object of the document, to be pressed as often as wanted.</summary>
/// <param name="Drawing">Fills the unit square.</param>
/// <param name="Width">Of its proportions.</param>
internal readonly record struct Imprint(PdfReference Drawing, double Width, double Height)
{
    public Imprint(ImageXObject image) : this(image.Reference, image.Width, image.Height)
    {
    }

    /// <summary>In the middle of the box, in its proportions. As ink does, it darkens what lies under it and hides nothing.</summary>
    public void Press(ObjectWriter writer, ContentWriter content, PdfBox box)
    {
        var scale = Math.Min(box.Width / Width, box.Height / Height);
        double width = Width * scale, height = Height * scale;
        content.Save();
        content.GraphicsState(writer.Write(PdfDictionary.Of(("Type", new PdfName("ExtGState")), ("BM", new PdfName("Multiply")))));
        content.Transform(width, 0, 0, height, box.Left + ((box.Width - width) / 2), box.Bottom + ((box.Height - height) / 2));
        content.Draw(Drawing);
        content.Restore();
    }

    /// <summary>The appearance of a seal's field: a form of <paramref name="width"/> × <paramref name="height"/> pt.</summary>
    /// <param name="part">Which upright strip of the impression, from 0; a whole impression is part 0 of 1.</param>
    public PdfReference ToForm(ObjectWriter writer, double width, double height, int part = 0, int parts = 1)
    {
        // An appearance needs no marks: the field's structure element speaks for it. A strip is the whole seen through a narrow box.
        var content = new ContentWriter();
        Press(writer, content, new PdfBox(-width * part, 0, (width * parts) - (width * part), height));
        return FormXObject.Write(writer, new PdfBox(0, 0, width, height), content);
    }
}
