using System.Buffers.Binary;
using System.IO.Compression;

namespace Writ.Pdf;

/// <summary>A PNG (ISO/IEC 15948) as samples of eight bits: grey or RGB, and alpha apart.</summary>
internal sealed class PngImage
{
    private const string Chunks = "ISO/IEC 15948, 5.3";
    private const uint Ihdr = 0x49484452, Plte = 0x504C5445, Trns = 0x74524E53, Idat = 0x49444154, Iend = 0x49454E44;

    private int depth;
    private int colorType;
    private bool interlaced;
    private byte[] palette = [];
    private byte[] transparency = [];

    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public int Width { get; private set; }
    public int Height { get; private set; }
    /// <summary>1 for grey, 3 for RGB.</summary>
    public int Channels { get; private set; }
    public byte[] Samples { get; private set; } = [];
    /// <summary>One byte a pixel, or null when every pixel is opaque.</summary>
    public byte[]? Alpha { get; private set; }

    private bool HasAlpha => colorType is 4 or 6 || transparency.Length > 0;
    private int SamplesPerPixel => colorType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    public static PngImage Read(ReadOnlyMemory<byte> file, ImageLimits limits)
    {
        var image = new PngImage();
        var data = image.ReadChunks(file, limits);
        image.Decode(data);
        return image;
    }

    private MemoryStream ReadChunks(ReadOnlyMemory<byte> file, ImageLimits limits)
    {
        var span = file.Span;
        var data = new MemoryStream();
        var position = Signature.Length;
        for (var first = true; ; first = false)
        {
            if (span.Length - position < 12) throw Fault(position, "The PNG ends before its IEND chunk");
            var length = BinaryPrimitives.ReadUInt32BigEndian(span[position..]);
            var type = BinaryPrimitives.ReadUInt32BigEndian(span[(position + 4)..]);
            if (length > span.Length - position - 12) throw Fault(position, "A PNG chunk is cut off");
            var content = span.Slice(position + 8, (int)length);
            var checksum = BinaryPrimitives.ReadUInt32BigEndian(span[(position + 8 + (int)length)..]);
            if (Crc32.Of(span.Slice(position + 4, 4 + (int)length)) != checksum) throw Fault(position, "The checksum of a PNG chunk is wrong");
            if (first != (type == Ihdr)) throw Fault(position, "A PNG begins with one IHDR chunk");
            switch (type)
            {
                case Ihdr: ReadHeader(content, position, limits); break;
                case Plte:
                    if (length % 3 != 0 || length is 0 or > 768) throw Fault(position, "The palette has a wrong length");
                    palette = content.ToArray();
                    break;
                case Trns:
                    if (content.Length != (colorType switch { 0 => 2, 2 => 6, 3 => Math.Min(content.Length, palette.Length / 3), _ => -1 }) || content.IsEmpty)
                        throw Fault(position, "The transparency has a wrong length");
                    transparency = content.ToArray();
                    break;
                case Idat: data.Write(content); break;
                case Iend:
                    if (data.Length == 0) throw Fault(position, "The PNG has no data");
                    if (colorType == 3 && palette.Length == 0) throw Fault(position, "The PNG has no palette");
                    data.Position = 0;
                    return data;
                // 5.4: a chunk whose first letter is a capital must be understood.
                default:
                    if ((type & 0x20000000) == 0) throw Fault(position, "The PNG needs a chunk that is not known");
                    break;
            }
            position += 12 + (int)length;
        }
    }

    private void ReadHeader(ReadOnlySpan<byte> header, int position, ImageLimits limits)
    {
        if (header.Length != 13) throw Fault(position, "The PNG header has the wrong length");
        var width = BinaryPrimitives.ReadUInt32BigEndian(header);
        var height = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        if (width == 0 || height == 0) throw Fault(position, "The PNG has no size");
        if (width > limits.Side || height > limits.Side || (long)width * height > limits.Pixels)
            throw new PdfFormatException(position, "ImageLimits.Pixels", $"The image of {width} × {height} is too large");
        Width = (int)width;
        Height = (int)height;
        depth = header[8];
        colorType = header[9];
        // 11.2.2, table 11.1: which depths go with which colour type.
        var known = colorType switch { 0 => depth is 1 or 2 or 4 or 8 or 16, 3 => depth is 1 or 2 or 4 or 8, 2 or 4 or 6 => depth is 8 or 16, _ => false };
        if (!known || header[10] != 0 || header[11] != 0 || header[12] > 1) throw Fault(position, "The PNG header holds a value that is not defined");
        interlaced = header[12] == 1;
    }

    private void Decode(MemoryStream data)
    {
        // Deflate shrinks at most 1032 : 1, so data this short cannot fill the picture: nothing is allocated for it.
        if ((long)Height * (((long)Width * SamplesPerPixel * depth) + 7) / 8 > (data.Length + 64) * 1032)
            throw new PdfFormatException(-1, "ISO/IEC 15948, 10", "The data of the PNG is too short for its size");
        Channels = colorType is 0 or 4 ? 1 : 3;
        Samples = new byte[checked(Width * Height * Channels)];
        var alpha = HasAlpha ? new byte[Width * Height] : null;
        using var zlib = new ZLibStream(data, CompressionMode.Decompress);
        try
        {
            if (!interlaced) DecodePass(zlib, alpha, 0, 0, 1, 1);
            else foreach (var (x, y, dx, dy) in Passes) DecodePass(zlib, alpha, x, y, dx, dy);
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or IOException)
        {
            throw new PdfFormatException(-1, "ISO/IEC 15948, 10", "The data of the PNG cannot be inflated");
        }
        if (alpha is not null && alpha.AsSpan().ContainsAnyExcept((byte)255)) Alpha = alpha;
    }

    // 8.2: the seven passes of Adam7.
    private static ReadOnlySpan<(int X, int Y, int Dx, int Dy)> Passes =>
        new (int, int, int, int)[] { (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2) };

    private void DecodePass(Stream zlib, byte[]? alpha, int x0, int y0, int dx, int dy)
    {
        if (x0 >= Width || y0 >= Height) return;
        var columns = (Width - x0 + dx - 1) / dx;
        var bits = SamplesPerPixel * depth;
        var line = new byte[((columns * bits) + 7) / 8];
        var above = new byte[line.Length];
        for (var y = y0; y < Height; y += dy)
        {
            var filter = zlib.ReadByte();
            zlib.ReadExactly(line);
            if (filter is < 0 or > 4) throw new PdfFormatException(-1, "ISO/IEC 15948, 9.2", "A PNG line has an unknown filter");
            PngFilter.Undo(filter, line, above, Math.Max(1, bits / 8));
            for (var column = 0; column < columns; column++) Place(line, column, (y * Width) + x0 + (column * dx), alpha);
            (line, above) = (above, line);
        }
    }

    private void Place(byte[] line, int column, int pixel, byte[]? alpha)
    {
        switch (colorType)
        {
            case 0:
                var gray = Sample(line, column);
                Samples[pixel] = Scale(gray);
                if (alpha is not null && transparency.Length > 0) alpha[pixel] = gray == Transparent(0) ? (byte)0 : (byte)255;
                break;
            case 2:
                var (red, green, blue) = (Sample(line, column * 3), Sample(line, (column * 3) + 1), Sample(line, (column * 3) + 2));
                Samples[pixel * 3] = Scale(red);
                Samples[(pixel * 3) + 1] = Scale(green);
                Samples[(pixel * 3) + 2] = Scale(blue);
                if (alpha is not null) alpha[pixel] = red == Transparent(0) && green == Transparent(2) && blue == Transparent(4) ? (byte)0 : (byte)255;
                break;
            case 3:
                var entry = Sample(line, column);
                if (entry * 3 >= palette.Length) throw new PdfFormatException(-1, "ISO/IEC 15948, 11.2.3", "A pixel lies outside the palette");
                palette.AsSpan(entry * 3, 3).CopyTo(Samples.AsSpan(pixel * 3));
                if (alpha is not null) alpha[pixel] = entry < transparency.Length ? transparency[entry] : (byte)255;
                break;
            case 4:
                Samples[pixel] = Scale(Sample(line, column * 2));
                alpha![pixel] = Scale(Sample(line, (column * 2) + 1));
                break;
            default:
                for (var i = 0; i < 3; i++) Samples[(pixel * 3) + i] = Scale(Sample(line, (column * 4) + i));
                alpha![pixel] = Scale(Sample(line, (column * 4) + 3));
                break;
        }
    }

    private int Sample(byte[] line, int index) => depth switch
    {
        8 => line[index],
        16 => BinaryPrimitives.ReadUInt16BigEndian(line.AsSpan(index * 2)),
        _ => (line[index * depth / 8] >> (8 - depth - (index * depth % 8))) & ((1 << depth) - 1),
    };

    private byte Scale(int sample) => depth switch { 8 => (byte)sample, 16 => (byte)(sample >> 8), 4 => (byte)(sample * 17), 2 => (byte)(sample * 85), _ => (byte)(sample * 255) };

    private int Transparent(int offset) => BinaryPrimitives.ReadUInt16BigEndian(transparency.AsSpan(offset));

    private static PdfFormatException Fault(int position, string message) => new(position, Chunks, message);
}
