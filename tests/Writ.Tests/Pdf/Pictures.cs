using System.Buffers.Binary;
using System.IO.Compression;

namespace Writ.Tests.Pdf;

/// <summary>Small pictures made on the spot.</summary>
internal static class Pictures
{
    /// <summary>A PNG of eight-bit samples without filters; every byte counts up.</summary>
    public static byte[] Png(int colorType, int width, int height)
    {
        var value = 0;
        return Png(colorType, width, height, (_, _) => (byte)(value++ * 13));
    }

    /// <summary>A grey PNG, white but for the pixels that are named.</summary>
    public static byte[] Drawn(int width, int height, Func<int, int, bool> isDark) => Png(0, width, height, (x, y) => isDark(x, y) ? (byte)0 : (byte)255);

    private static byte[] Png(int colorType, int width, int height, Func<int, int, byte> sample)
    {
        var channels = colorType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte(0);
                for (var x = 0; x < width * channels; x++) zlib.WriteByte(sample(x, y));
            }
        }
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        header[9] = (byte)colorType;
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, data.ToArray()), .. Chunk("IEND"u8, [])];
    }

    public static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        var chunk = new byte[12 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        type.CopyTo(chunk.AsSpan(4));
        content.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + content.Length), Writ.Pdf.Crc32.Of(chunk.AsSpan(4, 4 + content.Length)));
        return chunk;
    }

    /// <summary>The frame of a JPEG: enough for its structure to be walked, not for a picture to be seen.</summary>
    public static byte[] Jpeg(int components, int width, int height) =>
    [
        0xFF, 0xD8,
        0xFF, 0xC0, 0, (byte)(8 + (3 * components)), 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, (byte)components,
        .. Enumerable.Range(1, components).SelectMany(c => new byte[] { (byte)c, 0x11, 0 }),
        0xFF, 0xDA, 0, (byte)(6 + (2 * components)), (byte)components, .. Enumerable.Range(1, components).SelectMany(c => new byte[] { (byte)c, 0 }), 0, 63, 0,
        1, 2, 0xFF, 0, 3, 0xFF, 0xD9,
    ];
}
