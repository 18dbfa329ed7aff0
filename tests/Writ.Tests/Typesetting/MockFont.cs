using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using Writ.Typesetting;

namespace Writ.Tests.Typesetting;

/// <summary>
/// A TrueType face made of empty boxes, so that layout is judged without real fonts: a character below U+2000 is half an em wide, every
/// other one a whole em, and a glyph's number is its character's code. Supplementary characters and private use are missing.
/// </summary>
internal static class MockFont
{
    private static readonly Lazy<FontFace> face = new(() => FontFace.Open(File(), 0, "mock"));

    internal static FontLibrary Library { get; } = new(
        ((string[])["song", "fangsong", "hei", "kai", "title"]).Select(role => KeyValuePair.Create(role, ImmutableArray.Create(face.Value))));

    private static byte[] File()
    {
        const int Glyphs = 0xF000;
        (string Tag, byte[] Data)[] tables =
        [
            ("OS/2", Os2()),
            ("cmap", Cmap()),
            ("glyf", new byte[4]),
            ("head", Head()),
            ("hhea", Hhea(Glyphs)),
            ("hmtx", Hmtx(Glyphs)),
            ("loca", new byte[(Glyphs + 1) * 2]),
            ("maxp", Maxp(Glyphs)),
            ("name", Name()),
            ("post", Post()),
        ];
        int offset = 12 + 16 * tables.Length;
        MemoryStream file = new();
        Write32(file, 0x00010000);
        Write16(file, tables.Length);
        Write16(file, 128);
        Write16(file, 3);
        Write16(file, 16 * tables.Length - 128);
        foreach ((string tag, byte[] data) in tables)
        {
            file.Write(Encoding.ASCII.GetBytes(tag));
            Write32(file, 0);
            Write32(file, (uint)offset);
            Write32(file, (uint)data.Length);
            offset += (data.Length + 3) & ~3;
        }
        foreach ((_, byte[] data) in tables)
        {
            file.Write(data);
            file.Write(new byte[-data.Length & 3]);
        }
        return file.ToArray();
    }

    // Format 12: two groups, code = glyph.
    private static byte[] Cmap()
    {
        (uint First, uint Last)[] groups = [(0x20, 0xD7FF)];
        (uint First, uint Last, uint Glyph) forms = (0xF900, 0xFFEF, 0xE000);
        MemoryStream table = new();
        Write16(table, 0);
        Write16(table, 1);
        Write16(table, 3);
        Write16(table, 10);
        Write32(table, 12);
        Write16(table, 12);
        Write16(table, 0);
        Write32(table, 16 + 24);
        Write32(table, 0);
        Write32(table, 2);
        Write32(table, groups[0].First);
        Write32(table, groups[0].Last);
        Write32(table, groups[0].First);
        Write32(table, forms.First);
        Write32(table, forms.Last);
        Write32(table, forms.Glyph);
        return table.ToArray();
    }

    private static byte[] Head()
    {
        byte[] table = new byte[54];
        BinaryPrimitives.WriteUInt32BigEndian(table, 0x00010000);
        BinaryPrimitives.WriteUInt32BigEndian(table.AsSpan(12), 0x5F0F3CF5);
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(18), 1000);
        BinaryPrimitives.WriteInt16BigEndian(table.AsSpan(40), 1000);
        BinaryPrimitives.WriteInt16BigEndian(table.AsSpan(42), 880);
        return table;
    }

    private static byte[] Hhea(int glyphs)
    {
        byte[] table = new byte[36];
        BinaryPrimitives.WriteUInt32BigEndian(table, 0x00010000);
        BinaryPrimitives.WriteInt16BigEndian(table.AsSpan(4), 880);
        BinaryPrimitives.WriteInt16BigEndian(table.AsSpan(6), -120);
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(34), (ushort)glyphs);
        return table;
    }

    private static byte[] Hmtx(int glyphs)
    {
        byte[] table = new byte[glyphs * 4];
        for (int glyph = 0; glyph < glyphs; glyph++)
            BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(glyph * 4), glyph < 0x2000 && glyph != 0xB7 ? (ushort)500 : (ushort)1000);
        return table;
    }

    private static byte[] Maxp(int glyphs)
    {
        byte[] table = new byte[32];
        BinaryPrimitives.WriteUInt32BigEndian(table, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(4), (ushort)glyphs);
        return table;
    }

    private static byte[] Os2()
    {
        byte[] table = new byte[96];
        BinaryPrimitives.WriteUInt16BigEndian(table, 4);
        BinaryPrimitives.WriteInt16BigEndian(table.AsSpan(2), 1000);
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(4), 400);
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(6), 5);
        return table;
    }

    private static byte[] Name()
    {
        byte[] text = Encoding.BigEndianUnicode.GetBytes("Mock");
        MemoryStream table = new();
        Write16(table, 0);
        Write16(table, 1);
        Write16(table, 18);
        Write16(table, 3);
        Write16(table, 1);
        Write16(table, 0x409);
        Write16(table, 6);
        Write16(table, text.Length);
        Write16(table, 0);
        table.Write(text);
        return table.ToArray();
    }

    private static byte[] Post()
    {
        byte[] table = new byte[32];
        BinaryPrimitives.WriteUInt32BigEndian(table, 0x00030000);
        return table;
    }

    private static void Write16(Stream stream, int value)
    {
        stream.WriteByte((byte)(value >> 8));
        stream.WriteByte((byte)value);
    }

    private static void Write32(Stream stream, uint value)
    {
        Write16(stream, (int)(value >> 16));
        Write16(stream, (int)(value & 0xFFFF));
    }
}
