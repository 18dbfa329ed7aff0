namespace Writ.Typesetting;

/// <summary>An image that stands among blocks.</summary>
internal sealed class PictureStrip(PlacedImage image, int tag) : Strip
{
    internal override double Height => image.Height;

    internal override void Paint(PageCanvas canvas, double x, double top, bool isFirst) =>
        canvas.Picture(image.Source, image.File, x + Left, top, image.Width, image.Height, tag);
}
