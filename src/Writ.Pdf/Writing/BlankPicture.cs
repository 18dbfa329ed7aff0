using System.Buffers.Binary;

namespace Writ.Pdf;

/// <summary>A grey PNG of the size of another picture, to stand where that must not be seen. ISO/IEC 15948.</summary>
public static class BlankPicture
{
    private const byte Grey = 0xC0;

    /// <param name="picture">PNG or JPEG, within the limits of <see cref="PreparedImage"/>.</param>
    /// <exception cref="PdfFormatException">It is neither.</exception>
    public static byte[] Like(ReadOnlyMemory<byte> picture)
    {
        var limits = ImageLimits.Default;
        int width, height;
        if (picture.Span.StartsWith(PngImage.Signature))
        {
            var png = PngImage.Read(picture, limits);
            (width, height) = (png.Width, png.Height);
        }
        else
        {
            var jpeg = JpegHeader.Read(picture.Span, limits);
            (width, height) = (jpeg.Width, jpeg.Height);
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8; // bits a sample; colour type 0, grey
        var rows = new byte[checked((width + 1) * height)];
        rows.AsSpan().Fill(Grey);
        for (var row = 0; row < height; row++) rows[row * (width + 1)] = 0; // filter type none
        var packed = new PdfBuffer();
        Flate.Compress(packed, rows);
        return [.. PngImage.Signature, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, packed.Written), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        var chunk = new byte[content.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        type.CopyTo(chunk.AsSpan(4));
        content.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(content.Length + 8), Crc32.Of(chunk.AsSpan(4, content.Length + 4)));
        return chunk;
    }
}
