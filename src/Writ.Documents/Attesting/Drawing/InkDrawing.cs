using Writ.Pdf;

namespace Writ.Documents;

/// <summary>Draws ink into a box: strokes as curves, as wide as the hand pressed; a picture of ink as it is. Proportions are kept.</summary>
internal static class InkDrawing
{
    private const double Margin = 1.5;
    // Of the box's height: a pen of about half a millimetre in a slot of usual size.
    private const double PenWidth = 0.036;

    public static void Draw(IncrementalUpdate update, ContentWriter content, Ink ink, PdfBox box)
    {
        if (ink.Picture.Length > 0) new Imprint(ImageXObject.Write(update, ink.Picture)).Press(update, content, box);
        else DrawStrokes(content, ink, box);
    }

    /// <summary>Fits a print into the box, red as from an ink pad, whatever colour the reader gives it.</summary>
    public static void DrawPrint(IncrementalUpdate update, ContentWriter content, ReadOnlyMemory<byte> picture, PdfBox box)
    {
        var image = ImageXObject.Write(update, picture);
        var inked = new ContentWriter();
        inked.FillGray(1);
        inked.Rectangle(0, 0, 1, 1);
        inked.Fill();
        inked.Draw(image.Reference);
        // 11.3.5.2: screened with red, what is dark becomes red and white stays white.
        inked.GraphicsState(update.Write(PdfDictionary.Of(("Type", new PdfName("ExtGState")), ("BM", new PdfName("Screen")))));
        inked.FillColor(0.78, 0.08, 0.1);
        inked.Rectangle(0, 0, 1, 1);
        inked.Fill();
        // A group of its own (11.6.6): the red is mixed with the picture and with nothing below it.
        var group = PdfDictionary.Of(("Type", new PdfName("Group")), ("S", new PdfName("Transparency")), ("I", PdfBoolean.True));
        new Imprint(FormXObject.Write(update, new PdfBox(0, 0, 1, 1), inked, ("Group", group)), image.Width, image.Height).Press(update, content, box);
    }

    private static void DrawStrokes(ContentWriter content, Ink ink, PdfBox box)
    {
        var (left, top, right, bottom) = ink.Bounds();
        var scale = Math.Min((box.Width - (2 * Margin)) / Math.Max(right - left, 1), (box.Height - (2 * Margin)) / Math.Max(bottom - top, 1));
        var offsetX = box.Left + ((box.Width - ((right - left) * scale)) / 2) - (left * scale);
        var offsetY = box.Bottom + ((box.Height - ((bottom - top) * scale)) / 2) + (bottom * scale);
        var pen = Math.Clamp(box.Height * PenWidth, 0.5, 1.4);
        content.Save();
        content.StrokeColor(0.05, 0.05, 0.16);
        content.LineCap(1);
        content.LineJoin(1);
        foreach (var stroke in ink.Strokes)
        {
            if (stroke.Points.Any(point => point.Pressure is > 0)) DrawPressed(stroke);
            else DrawEven(stroke);
        }
        content.Restore();

        (double X, double Y) At(InkPoint point) => (offsetX + (point.X * scale), offsetY - (point.Y * scale));

        void DrawEven(InkStroke stroke)
        {
            content.LineWidth(pen);
            var (x, y) = At(stroke.Points[0]);
            content.MoveTo(x, y);
            if (stroke.Points.Length == 1) content.LineTo(x, y);
            for (var i = 1; i < stroke.Points.Length; i++)
            {
                (x, y) = At(stroke.Points[i]);
                content.LineTo(x, y);
            }
            content.Stroke();
        }

        void DrawPressed(InkStroke stroke)
        {
            var (x, y) = At(stroke.Points[0]);
            for (var i = 1; i < stroke.Points.Length; i++)
            {
                content.LineWidth(Math.Round(pen * (0.55 + Math.Clamp(stroke.Points[i].Pressure ?? 0.5, 0, 1)), 2));
                content.MoveTo(x, y);
                (x, y) = At(stroke.Points[i]);
                content.LineTo(x, y);
                content.Stroke();
            }
        }
    }
}
