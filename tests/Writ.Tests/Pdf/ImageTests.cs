using System.IO.Compression;
using Writ.Pdf;

namespace Writ.Tests.Pdf;

public sealed class ImageTests
{
    // Depth, colour type: every combination ISO/IEC 15948, table 11.1 allows.
    public static TheoryData<int, int> Kinds => new()
    {
        { 1, 0 }, { 2, 0 }, { 4, 0 }, { 8, 0 }, { 16, 0 }, { 8, 2 }, { 16, 2 }, { 1, 3 }, { 2, 3 }, { 4, 3 }, { 8, 3 }, { 8, 4 }, { 16, 4 }, { 8, 6 }, { 16, 6 },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Interlaced_and_plain_pictures_are_the_same_picture(int depth, int colorType)
    {
        var (plain, woven) = (PngImage.Read(Encode(depth, colorType, 11, 9, interlaced: false), ImageLimits.Default), PngImage.Read(Encode(depth, colorType, 11, 9, interlaced: true), ImageLimits.Default));
        Assert.Equal(plain.Samples, woven.Samples);
        Assert.Equal(plain.Alpha, woven.Alpha);
        Assert.Equal(colorType is 0 or 4 ? 1 : 3, plain.Channels);
        Assert.Equal(colorType is 4 or 6, plain.Alpha is not null);
        // The sample at (x, y) of channel c was made by the rule below; here it comes back in eight bits.
        for (var y = 0; y < 9; y++)
            for (var x = 0; x < 11; x++)
                if (colorType != 3) Assert.Equal(Eight(Sample(x, y, 0, depth), depth), plain.Samples[((y * 11) + x) * plain.Channels]);
                else Assert.Equal((byte)(Sample(x, y, 0, depth) * 3), plain.Samples[((y * 11) + x) * 3]);
    }

    [Theory]
    [InlineData(1, "DeviceGray")]
    [InlineData(3, "DeviceRGB")]
    public void A_jpeg_passes_through_untouched(int components, string colorSpace)
    {
        var jpeg = Pictures.Jpeg(components, 40, 30);
        var writer = new PdfWriter();
        var catalog = writer.Reserve();
        var image = ImageXObject.Write(writer, (byte[])[.. jpeg, 1, 2, 3]);
        writer.Write(catalog, PdfDictionary.Of(("Pages", PdfDictionary.Empty)));
        var stream = (PdfStream)PdfFile.OpenStrictly(writer.Finish(catalog)).Latest.Get(image.Reference);
        Assert.Equal((40, 30, colorSpace, "DCTDecode"), (image.Width, image.Height, stream.Dictionary.Name("ColorSpace"), stream.Dictionary.Name("Filter")));
        Assert.Equal(jpeg, stream.Data.ToArray());
    }

    [Fact]
    public void Pictures_that_cannot_be_archived_are_refused_with_a_place()
    {
        Assert.Equal("ISO 19005-3, 6.2.4.3", Refused(Pictures.Jpeg(4, 10, 10)).Clause);
        Assert.Equal("ImageLimits.Pixels", Refused(Pictures.Jpeg(3, 65_000, 65_000)).Clause);
        Assert.Equal("ISO/IEC 10918-1, B.1", Refused(Pictures.Jpeg(3, 10, 10)[..^2]).Clause);
        Assert.Equal("ISO/IEC 15948, 5.3", Refused(Pictures.Png(6, 5, 5)[..^4]).Clause);
        var spoiled = Pictures.Png(6, 5, 5);
        spoiled[20] ^= 1;
        Assert.Equal("ISO/IEC 15948, 5.3", Refused(spoiled).Clause);
        Assert.Equal("ISO/IEC 15948 or ISO/IEC 10918-1", Refused("GIF89a"u8.ToArray()).Clause);
    }

    private static PdfFormatException Refused(byte[] picture) => Assert.Throws<PdfFormatException>(() => ImageXObject.Write(new PdfWriter(), picture));

    private static int Sample(int x, int y, int channel, int depth) => ((x * 7) + (y * 13) + (channel * 29)) * 97 % (1 << depth);

    private static byte Eight(int sample, int depth) => (byte)(depth switch { 16 => sample >> 8, 8 => sample, 4 => sample * 17, 2 => sample * 85, _ => sample * 255 });

    private static byte[] Encode(int depth, int colorType, int width, int height, bool interlaced)
    {
        var channels = colorType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Fastest, leaveOpen: true))
            foreach (var (x0, y0, dx, dy) in interlaced ? new[] { (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2) } : [(0, 0, 1, 1)])
                EncodePass(zlib, depth, channels, width, height, x0, y0, dx, dy);
        byte[] header = [0, 0, 0, (byte)width, 0, 0, 0, (byte)height, (byte)depth, (byte)colorType, 0, 0, (byte)(interlaced ? 1 : 0)];
        // Entry n of the palette is (3n, 3n, 3n).
        byte[] palette = colorType == 3 ? Pictures.Chunk("PLTE"u8, [.. Enumerable.Range(0, 1 << depth).SelectMany(n => Enumerable.Repeat((byte)(n * 3), 3))]) : [];
        return [.. PngImage.Signature, .. Pictures.Chunk("IHDR"u8, header), .. palette, .. Pictures.Chunk("IDAT"u8, data.ToArray()), .. Pictures.Chunk("IEND"u8, [])];
    }

    private static void EncodePass(Stream zlib, int depth, int channels, int width, int height, int x0, int y0, int dx, int dy)
    {
        if (x0 >= width || y0 >= height) return;
        var step = Math.Max(1, channels * depth / 8);
        byte[] above = new byte[(((width - x0 + dx - 1) / dx * channels * depth) + 7) / 8];
        for (var y = y0; y < height; y += dy)
        {
            var line = new byte[above.Length];
            var bit = 0;
            for (var x = x0; x < width; x += dx)
                for (var channel = 0; channel < channels; channel++)
                    for (var b = depth - 1; b >= 0; b--, bit++)
                        if ((Sample(x, y, channel, depth) >> b & 1) != 0) line[bit / 8] |= (byte)(0x80 >> (bit % 8));
            // Each line takes another of the five filters.
            var filter = y % 5;
            zlib.WriteByte((byte)filter);
            for (var i = 0; i < line.Length; i++)
            {
                int left = i >= step ? line[i - step] : 0, up = above[i], corner = i >= step ? above[i - step] : 0;
                zlib.WriteByte((byte)(line[i] - filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 }));
            }
            above = line;
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var (a, b, c) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - (2 * corner)));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
