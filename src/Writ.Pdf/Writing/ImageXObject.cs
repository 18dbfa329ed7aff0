namespace Writ.Pdf;

/// <summary>An image in a document.</summary>
public sealed class ImageXObject
{
    internal ImageXObject(PdfReference reference, int width, int height)
    {
        Reference = reference;
        Width = width;
        Height = height;
    }

    public PdfReference Reference { get; }

    /// <summary>In pixels.</summary>
    public int Width { get; }
    public int Height { get; }

    /// <summary>Reads an image and writes it at once; one that many documents bear is better kept as a <see cref="PreparedImage"/>.</summary>
    /// <exception cref="PdfFormatException">As <see cref="PreparedImage.Read"/>.</exception>
    public static ImageXObject Write(ObjectWriter writer, ReadOnlyMemory<byte> file, ImageLimits? limits = null) => PreparedImage.Read(file, limits).Write(writer);
}
