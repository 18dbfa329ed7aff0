using Writ.Pdf;

namespace Writ.Documents;

/// <summary>An impression that is an object of the document already, to be pressed onto pages whole or cut into strips.</summary>
/// <param name="Drawing">Fills the unit square.</param>
/// <param name="Width">Of its proportions.</param>
internal readonly record struct SealMark(PdfReference Drawing, double Width, double Height)
{
    /// <summary>The appearance of a seal's field: a form of <paramref name="width"/> × <paramref name="height"/> pt.</summary>
    /// <param name="part">Which upright strip of the impression, from 0; a whole impression is part 0 of 1.</param>
    public PdfReference Press(ObjectWriter writer, double width, double height, int part = 0, int parts = 1)
    {
        // An appearance needs no marks: the field's structure element speaks for it. A strip is the whole seen through a narrow box.
        var content = new ContentWriter();
        var whole = width * parts;
        var scale = Math.Min(whole / Width, height / Height);
        content.Save();
        // As stamping ink does, the red darkens what lies under it and hides nothing.
        content.GraphicsState(writer.Write(PdfDictionary.Of(("Type", new PdfName("ExtGState")), ("BM", new PdfName("Multiply")))));
        content.Transform(Width * scale, 0, 0, Height * scale, ((whole - (Width * scale)) / 2) - (width * part), (height - (Height * scale)) / 2);
        content.Draw(Drawing);
        content.Restore();
        return FormXObject.Write(writer, new PdfBox(0, 0, width, height), content);
    }
}
