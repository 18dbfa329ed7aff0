namespace Writ.Pdf;

/// <summary>
/// An image read, checked and compressed once, to be written into any number of documents. JPEG data stays as it is; PNG is decoded and compressed
/// anew, alpha as a soft mask.
/// </summary>
public sealed class PreparedImage
{
    private readonly PdfStream samples;
    private readonly PdfStream? mask;

    private PreparedImage(int width, int height, PdfStream samples, PdfStream? mask)
    {
        Width = width;
        Height = height;
        this.samples = samples;
        this.mask = mask;
    }

    /// <summary>In pixels.</summary>
    public int Width { get; }
    public int Height { get; }

    /// <exception cref="PdfFormatException">The bytes are neither a JPEG nor a PNG that can stand in an archival document, or exceed the limits.</exception>
    public static PreparedImage Read(ReadOnlyMemory<byte> file, ImageLimits? limits = null) => Decode(file, limits, Prepare, Prepare);

    /// <summary>Reads an image as <see cref="Read"/> would and keeps nothing of it: whatever passes here can be written.</summary>
    /// <exception cref="PdfFormatException">As <see cref="Read"/>.</exception>
    public static void Inspect(ReadOnlyMemory<byte> file, ImageLimits? limits = null) => Decode(file, limits, (_, _) => true, _ => true);

    /// <summary>Makes it an object of the document that is being written.</summary>
    public ImageXObject Write(ObjectWriter writer)
    {
        var image = mask is null ? samples : new PdfStream(samples.Dictionary.With("SMask", writer.Write(mask)), samples.Data);
        return new ImageXObject(writer.Write(image), Width, Height);
    }

    internal static T Decode<T>(ReadOnlyMemory<byte> file, ImageLimits? limits, Func<ReadOnlyMemory<byte>, JpegHeader, T> jpeg, Func<PngImage, T> png)
    {
        limits ??= ImageLimits.Default;
        if (file.Length > limits.FileBytes) throw new PdfFormatException(limits.FileBytes, "ImageLimits.FileBytes", "The image file is too large");
        if (file.Span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8])) return jpeg(file, JpegHeader.Read(file.Span, limits));
        if (file.Span.StartsWith(PngImage.Signature)) return png(PngImage.Read(file, limits));
        throw new PdfFormatException(0, "ISO/IEC 15948 or ISO/IEC 10918-1", "The image is neither PNG nor JPEG");
    }

    private static PreparedImage Prepare(ReadOnlyMemory<byte> file, JpegHeader header)
    {
        var dictionary = Describe(header.Width, header.Height, header.Components == 1 ? "DeviceGray" : "DeviceRGB").With("Filter", new PdfName("DCTDecode"));
        return new PreparedImage(header.Width, header.Height, new PdfStream(dictionary, file[..header.End]), null);
    }

    private static PreparedImage Prepare(PngImage image) => new(
        image.Width, image.Height,
        PdfStream.Compress(Describe(image.Width, image.Height, image.Channels == 1 ? "DeviceGray" : "DeviceRGB"), image.Samples),
        image.Alpha is null ? null : PdfStream.Compress(Describe(image.Width, image.Height, "DeviceGray"), image.Alpha));

    private static PdfDictionary Describe(int width, int height, string colorSpace) => PdfDictionary.Of(
        ("Type", new PdfName("XObject")), ("Subtype", new PdfName("Image")), ("Width", width), ("Height", height),
        ("ColorSpace", new PdfName(colorSpace)), ("BitsPerComponent", 8));
}
