namespace Writ.Pdf;

/// <summary>An image in a document. JPEG data passes through unchanged once its structure is checked; PNG is decoded and compressed anew, alpha as a soft mask.</summary>
public sealed class ImageXObject
{
    private ImageXObject(PdfReference reference, int width, int height)
    {
        Reference = reference;
        Width = width;
        Height = height;
    }

    public PdfReference Reference { get; }

    /// <summary>In pixels.</summary>
    public int Width { get; }
    public int Height { get; }

    /// <exception cref="PdfFormatException">The bytes are neither a JPEG nor a PNG that can stand in an archival document, or exceed the limits.</exception>
    public static ImageXObject Write(ObjectWriter writer, ReadOnlyMemory<byte> file, ImageLimits? limits = null)
    {
        limits ??= ImageLimits.Default;
        if (file.Length > limits.FileBytes) throw new PdfFormatException(limits.FileBytes, "ImageLimits.FileBytes", "The image file is too large");
        var span = file.Span;
        if (span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8])) return WriteJpeg(writer, span, limits);
        if (span.StartsWith(PngImage.Signature)) return WritePng(writer, file, limits);
        throw new PdfFormatException(0, "ISO/IEC 15948 or ISO/IEC 10918-1", "The image is neither PNG nor JPEG");
    }

    /// <summary>Reads an image as <see cref="Write"/> would and writes nothing: whatever passes here can be written.</summary>
    /// <exception cref="PdfFormatException">As <see cref="Write"/>.</exception>
    public static void Inspect(ReadOnlyMemory<byte> file, ImageLimits? limits = null)
    {
        limits ??= ImageLimits.Default;
        if (file.Length > limits.FileBytes) throw new PdfFormatException(limits.FileBytes, "ImageLimits.FileBytes", "The image file is too large");
        if (file.Span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8])) JpegHeader.Read(file.Span, limits);
        else if (file.Span.StartsWith(PngImage.Signature)) PngImage.Read(file, limits);
        else throw new PdfFormatException(0, "ISO/IEC 15948 or ISO/IEC 10918-1", "The image is neither PNG nor JPEG");
    }

    private static ImageXObject WriteJpeg(ObjectWriter writer, ReadOnlySpan<byte> file, ImageLimits limits)
    {
        var header = JpegHeader.Read(file, limits);
        var reference = writer.WriteStream(
            Describe(header.Width, header.Height, header.Components == 1 ? "DeviceGray" : "DeviceRGB", null).With("Filter", new PdfName("DCTDecode")),
            file[..header.End], StreamCoding.AsItIs);
        return new ImageXObject(reference, header.Width, header.Height);
    }

    private static ImageXObject WritePng(ObjectWriter writer, ReadOnlyMemory<byte> file, ImageLimits limits)
    {
        var image = PngImage.Read(file, limits);
        var mask = image.Alpha is null ? null : writer.WriteStream(Describe(image.Width, image.Height, "DeviceGray", null), image.Alpha);
        var reference = writer.WriteStream(Describe(image.Width, image.Height, image.Channels == 1 ? "DeviceGray" : "DeviceRGB", mask), image.Samples);
        return new ImageXObject(reference, image.Width, image.Height);
    }

    private static PdfDictionary Describe(int width, int height, string colorSpace, PdfReference? mask) => PdfDictionary.Of(
        ("Type", new PdfName("XObject")), ("Subtype", new PdfName("Image")), ("Width", width), ("Height", height),
        ("ColorSpace", new PdfName(colorSpace)), ("BitsPerComponent", 8), ("SMask", mask));
}
