using System.Buffers.Binary;

namespace Writ.Pdf;

/// <summary>What a JPEG says of itself (ISO/IEC 10918-1, annex B), read by walking every segment and scan to the end of the image.</summary>
/// <param name="End">Bytes up to and including the EOI marker; what follows is not part of the image.</param>
internal readonly record struct JpegHeader(int Width, int Height, int Components, int End)
{
    private const string Clause = "ISO/IEC 10918-1, B.1";
    private const byte Soi = 0xD8, Eoi = 0xD9, Sos = 0xDA, Dht = 0xC4, Jpg = 0xC8, Dac = 0xCC;

    public static JpegHeader Read(ReadOnlySpan<byte> file, ImageLimits limits)
    {
        int width = 0, height = 0, components = 0;
        var scanned = false;
        var position = 2;
        while (true)
        {
            if (position + 1 >= file.Length) throw Fault(position, "The JPEG ends before its end marker");
            if (file[position] != 0xFF) throw Fault(position, "A JPEG marker is expected");
            var marker = file[position + 1];
            // B.1.1.2: any marker may be preceded by fill bytes.
            if (marker == 0xFF) { position++; continue; }
            position += 2;
            if (marker == Eoi)
            {
                if (!scanned) throw Fault(position, "The JPEG has no scan");
                return new JpegHeader(width, height, components, position);
            }
            if (marker is Soi or 0 or 1 or (>= 0xD0 and <= 0xD7)) throw Fault(position, "A JPEG marker stands where none may");
            if (position + 2 > file.Length) throw Fault(position, "A JPEG segment is cut off");
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[position..]);
            if (length < 2 || position + length > file.Length) throw Fault(position, "A JPEG segment is cut off");
            var segment = file.Slice(position + 2, length - 2);
            if (marker is >= 0xC0 and <= 0xCF and not (Dht or Jpg or Dac))
            {
                // ISO 32000-2, 7.4.8: baseline and, since PDF 1.3, progressive; nothing lossless, hierarchical or arithmetic.
                if (marker is not (0xC0 or 0xC1 or 0xC2)) throw Fault(position, "The JPEG process is not one that PDF knows");
                if (components != 0) throw Fault(position, "The JPEG has two frames");
                if (segment.Length < 6 || segment[0] != 8) throw Fault(position, "A JPEG sample has eight bits");
                height = BinaryPrimitives.ReadUInt16BigEndian(segment[1..]);
                width = BinaryPrimitives.ReadUInt16BigEndian(segment[3..]);
                components = segment[5];
                if (segment.Length != 6 + (3 * components)) throw Fault(position, "The JPEG frame header has the wrong length");
                // ISO 19005-3, 6.2.4.3: with an RGB output intent DeviceCMYK is not available.
                if (components is not (1 or 3)) throw new PdfFormatException(position, "ISO 19005-3, 6.2.4.3", "The JPEG is neither grey nor three-coloured");
                if (width == 0 || height == 0) throw Fault(position, "The JPEG has no size");
                if (width > limits.Side || height > limits.Side || (long)width * height > limits.Pixels)
                    throw new PdfFormatException(position, "ImageLimits.Pixels", $"The image of {width} × {height} is too large");
            }
            position += length;
            if (marker != Sos) continue;
            if (components == 0) throw Fault(position, "The JPEG scan comes before its frame");
            scanned = true;
            position = EndOfScan(file, position);
        }
    }

    // B.1.1.5: in entropy-coded data FF is followed by 00, or is a restart marker.
    private static int EndOfScan(ReadOnlySpan<byte> file, int position)
    {
        while (true)
        {
            var step = file[position..].IndexOf((byte)0xFF);
            if (step < 0 || position + step + 1 >= file.Length) throw Fault(file.Length, "The JPEG ends inside a scan");
            position += step;
            if (file[position + 1] is not (0 or (>= 0xD0 and <= 0xD7))) return position;
            position += 2;
        }
    }

    private static PdfFormatException Fault(int position, string message) => new(position, Clause, message);
}
