namespace Writ.Pdf;

/// <summary>How large a picture is, and what stands out dark on it: how many pixels, and the smallest box around them.</summary>
/// <param name="Dark">Pixels nearer to the darkest than to the lightest; 0 where the two hardly differ; null for a JPEG, which is not decoded.</param>
public sealed record PictureMarks(int Width, int Height, int? Dark, int DarkWidth, int DarkHeight)
{
    // Of 255: paper has shades of its own.
    private const int LeastContrast = 48;

    /// <summary>Looks at a picture as <see cref="PreparedImage.Read"/> would read it: whatever passes here can be written.</summary>
    /// <exception cref="PdfFormatException">As <see cref="PreparedImage.Read"/>.</exception>
    public static PictureMarks Of(ReadOnlyMemory<byte> file, ImageLimits? limits = null) =>
        PreparedImage.Decode(file, limits, (_, header) => new PictureMarks(header.Width, header.Height, null, 0, 0), Of);

    private static PictureMarks Of(PngImage image)
    {
        var light = new byte[image.Width * image.Height];
        byte darkest = 255, lightest = 0;
        for (var i = 0; i < light.Length; i++)
        {
            light[i] = Light(image, i);
            darkest = Math.Min(darkest, light[i]);
            lightest = Math.Max(lightest, light[i]);
        }
        if (lightest - darkest < LeastContrast) return new PictureMarks(image.Width, image.Height, 0, 0, 0);
        var middle = (darkest + lightest) / 2;
        int dark = 0, left = image.Width, top = image.Height, right = -1, bottom = -1;
        for (var i = 0; i < light.Length; i++)
        {
            if (light[i] > middle) continue;
            var (x, y) = (i % image.Width, i / image.Width);
            dark++;
            (left, right) = (Math.Min(left, x), Math.Max(right, x));
            (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
        }
        return new PictureMarks(image.Width, image.Height, dark, right - left + 1, bottom - top + 1);
    }

    // On white paper: luma of ITU-R BT.601, and what the pixel lets through.
    private static byte Light(PngImage image, int pixel)
    {
        var luma = image.Channels == 1 ? image.Samples[pixel]
            : ((299 * image.Samples[pixel * 3]) + (587 * image.Samples[(pixel * 3) + 1]) + (114 * image.Samples[(pixel * 3) + 2])) / 1000;
        return (byte)(255 - ((255 - luma) * (image.Alpha is { } alpha ? alpha[pixel] : 255) / 255));
    }
}
