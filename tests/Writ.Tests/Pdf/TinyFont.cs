using System.Buffers.Binary;
using System.Text;
using Writ.Pdf;

namespace Writ.Tests.Pdf;

/// <summary>A TrueType program made on the spot: .notdef and as many boxes as asked for, each as wide as an em. No font file is needed to test writing.</summary>
internal static class TinyFont
{
    public static FontProgram Program(int glyphs = 8) => new(FontEmbedding.TrueType, Bytes(glyphs), "WRITAA+WritTiny",
        [.. Enumerable.Repeat(1000.0, glyphs)], new FontMeasures(880, -120, 700, new PdfBox(0, 0, 800, 700)));

    private static byte[] Bytes(int glyphs)
    {
        var box = Box();
        var head = new Table().U32(0x00010000).U32(0x00010000).U32(0).U32(0x5F0F3CF5).U16(0).U16(1000).U32(0).U32(0).U32(0).U32(0)
            .U16(0).U16(0).U16(800).U16(700).U16(0).U16(8).U16(2).U16(1).U16(0);
        var hhea = new Table().U32(0x00010000).U16(880).U16(0xFF88).U16(0).U16(1000).U16(0).U16(0).U16(800).U16(1).U16(0).U16(0).U32(0).U32(0).U16(0).U16(glyphs);
        var maxp = new Table().U32(0x00010000).U16(glyphs).U16(4).U16(1).U16(0).U16(0).U16(1).U16(0).U16(0).U16(0).U16(0).U16(0).U16(0).U16(0).U16(0);
        Table hmtx = new(), loca = new(), glyf = new();
        for (var i = 0; i < glyphs; i++)
        {
            hmtx.U16(1000).U16(0);
            loca.U32(glyf.Count);
            glyf.AddRange(box);
        }
        loca.U32(glyf.Count);
        (string, Table)[] tables = [("glyf", glyf), ("head", head), ("hhea", hhea), ("hmtx", hmtx), ("loca", loca), ("maxp", maxp)];
        var file = new Table().U32(0x00010000).U16(tables.Length).U16(64).U16(2).U16(32);
        var offset = 12 + (16 * tables.Length);
        foreach (var (tag, table) in tables)
        {
            file.AddRange(Encoding.ASCII.GetBytes(tag));
            file.U32(0).U32(offset).U32(table.Count);
            offset += (table.Count + 3) / 4 * 4;
        }
        foreach (var (_, table) in tables)
        {
            file.AddRange(table);
            while (file.Count % 4 != 0) file.Add(0);
        }
        return [.. file];
    }

    private static Table Box()
    {
        var glyph = new Table().U16(1).U16(0).U16(0).U16(800).U16(700).U16(3).U16(0);
        glyph.AddRange([1, 1, 1, 1]);
        glyph.U16(0).U16(800).U16(0).U16(0xFCE0).U16(0).U16(0).U16(700).U16(0);
        while (glyph.Count % 4 != 0) glyph.Add(0);
        return glyph;
    }

    private sealed class Table : List<byte>
    {
        public Table U16(int value)
        {
            Span<byte> bytes = stackalloc byte[2];
            BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)value);
            AddRange(bytes.ToArray());
            return this;
        }

        public Table U32(long value)
        {
            Span<byte> bytes = stackalloc byte[4];
            BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)value);
            AddRange(bytes.ToArray());
            return this;
        }
    }
}
