using System.Buffers.Binary;

namespace Writ.Typesetting;

/// <summary>Pixel size of a JPEG or PNG, from its header alone.</summary>
internal static class ImageHeader
{
    /// <summary>Null when the bytes are neither, or end too early.</summary>
    internal static (int Width, int Height)? Size(ReadOnlySpan<byte> file)
    {
        // ISO/IEC 15948 (PNG), 5.2 and 11.2.2: signature, then IHDR.
        ReadOnlySpan<byte> png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
        if (file.StartsWith(png))
            return file.Length >= 24 && file[12..16].SequenceEqual("IHDR"u8) ? Sane(BinaryPrimitives.ReadUInt32BigEndian(file[16..]), BinaryPrimitives.ReadUInt32BigEndian(file[20..])) : null;
        return file.Length > 4 && file[0] == 0xFF && file[1] == 0xD8 ? Jpeg(file) : null;
    }

    // ITU-T T.81, B.1.1.4: walk the marker segments to the first frame header.
    private static (int Width, int Height)? Jpeg(ReadOnlySpan<byte> file)
    {
        int at = 2;
        while (at + 9 < file.Length)
        {
            if (file[at] != 0xFF)
                return null;
            byte marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            if (marker is 0x01 or (>= 0xD0 and <= 0xD8))
            {
                at += 2;
                continue;
            }
            bool isFrame = marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
            if (isFrame)
                return Sane(BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]));
            int length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 2)
                return null;
            at += 2 + length;
        }
        return null;
    }

    private static (int Width, int Height)? Sane(uint width, uint height) =>
        width is >= 1 and <= 65_535 && height is >= 1 and <= 65_535 ? ((int)width, (int)height) : null;
}
