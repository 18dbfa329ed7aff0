namespace Writ.Typesetting;

/// <summary>The images a manuscript may show, by the name its img elements give.</summary>
internal sealed class ImageShelf(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, ProblemList problems, LayoutLimits limits)
{
    // 96 pixels an inch when the style gives no size.
    private const double PointsPerPixel = 0.75;

    internal PlacedImage? Place(MarkupElement element, ComputedStyle style, double room, double tallest)
    {
        string source = element["src"]!;
        if (!files.TryGetValue(source, out ReadOnlyMemory<byte> file))
        {
            problems.Add("image-missing", element.Location, $"没有名为 {source} 的图片。", $"There is no image called {source}.");
            return null;
        }
        if (ImageHeader.Size(file.Span) is not { } pixels)
        {
            problems.Add("image-unreadable", element.Location, $"图片 {source} 不是可识别的 JPEG 或 PNG。", $"The image {source} is not a readable JPEG or PNG.");
            return null;
        }
        if ((long)pixels.Width * pixels.Height > limits.ImagePixels)
        {
            problems.Add("image-too-large", element.Location, $"图片 {source} 的像素数 {pixels.Width}×{pixels.Height} 超过上限 {limits.ImagePixels}。", $"The image {source} has {pixels.Width}×{pixels.Height} pixels; the limit is {limits.ImagePixels}.");
            return null;
        }
        double width = style.Width.Of(room, double.NaN);
        double height = style.Height.Of(tallest, double.NaN);
        double ratio = (double)pixels.Height / pixels.Width;
        if (double.IsNaN(width))
            width = double.IsNaN(height) ? pixels.Width * PointsPerPixel : height / ratio;
        if (double.IsNaN(height))
            height = width * ratio;
        double scale = Math.Min(1, Math.Min(room / width, tallest / height));
        return new PlacedImage(source, file, width * scale, height * scale);
    }
}
