using System.Buffers.Binary;
using System.Text;

namespace Writ.Pdf;

/// <summary>An ICC profile of sRGB (IEC 61966-2-1), computed: version 2.1, display class, three colorants and one tone curve (ICC.1:2001-04).</summary>
internal static class SrgbProfile
{
    private const int CurvePoints = 1024;

    public static readonly ReadOnlyMemory<byte> Bytes = Build();

    private static byte[] Build()
    {
        var curve = Curve();
        (string Signature, byte[] Data)[] tags =
        [
            ("desc", Description("sRGB IEC61966-2.1")),
            ("cprt", Text("No copyright, use freely")),
            ("wtpt", Xyz(0.9642, 1.0, 0.8249)),
            // The primaries of IEC 61966-2-1, adapted to D50 by the Bradford transform (ICC.1, annex E).
            ("rXYZ", Xyz(0.43607, 0.22249, 0.01392)),
            ("gXYZ", Xyz(0.38515, 0.71687, 0.09708)),
            ("bXYZ", Xyz(0.14307, 0.06061, 0.71410)),
            ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
        ];
        var table = 128 + 4 + (12 * tags.Length);
        var body = new List<byte>();
        var entries = new List<byte>();
        entries.AddRange(Big(tags.Length));
        var places = new Dictionary<byte[], int>();
        foreach (var (signature, data) in tags)
        {
            if (!places.TryGetValue(data, out var offset))
            {
                places[data] = offset = table + body.Count;
                body.AddRange(data);
                while (body.Count % 4 != 0) body.Add(0);
            }
            entries.AddRange(Encoding.ASCII.GetBytes(signature));
            entries.AddRange(Big(offset));
            entries.AddRange(Big(data.Length));
        }
        var header = new byte[128];
        var size = table + body.Count;
        BinaryPrimitives.WriteInt32BigEndian(header, size);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(8), 0x02100000);
        "mntrRGB XYZ "u8.CopyTo(header.AsSpan(12));
        // A fixed date: the profile is the same bytes for ever.
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(24), 2026);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(26), 1);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(28), 1);
        "acsp"u8.CopyTo(header.AsSpan(36));
        Fixed(header.AsSpan(68), 0.9642);
        Fixed(header.AsSpan(72), 1.0);
        Fixed(header.AsSpan(76), 0.8249);
        return [.. header, .. entries, .. body];
    }

    // IEC 61966-2-1, 5.2: linear near black, a power of 2.4 above.
    private static byte[] Curve()
    {
        var data = new byte[12 + (2 * CurvePoints)];
        "curv"u8.CopyTo(data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), CurvePoints);
        for (var i = 0; i < CurvePoints; i++)
        {
            var encoded = i / (CurvePoints - 1.0);
            var linear = encoded <= 0.04045 ? encoded / 12.92 : Math.Pow((encoded + 0.055) / 1.055, 2.4);
            BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(12 + (2 * i)), (ushort)Math.Round(linear * 65535));
        }
        return data;
    }

    // ICC.1:2001-04, 6.5.17: the ASCII part, then empty Unicode and ScriptCode parts.
    private static byte[] Description(string text)
    {
        var data = new byte[12 + text.Length + 1 + 4 + 4 + 2 + 1 + 67];
        "desc"u8.CopyTo(data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), text.Length + 1);
        Encoding.ASCII.GetBytes(text, data.AsSpan(12));
        return data;
    }

    private static byte[] Text(string text)
    {
        var data = new byte[8 + text.Length + 1];
        "text"u8.CopyTo(data);
        Encoding.ASCII.GetBytes(text, data.AsSpan(8));
        return data;
    }

    private static byte[] Xyz(double x, double y, double z)
    {
        var data = new byte[20];
        "XYZ "u8.CopyTo(data);
        Fixed(data.AsSpan(8), x);
        Fixed(data.AsSpan(12), y);
        Fixed(data.AsSpan(16), z);
        return data;
    }

    private static void Fixed(Span<byte> target, double value) => BinaryPrimitives.WriteInt32BigEndian(target, (int)Math.Round(value * 65536));

    private static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
