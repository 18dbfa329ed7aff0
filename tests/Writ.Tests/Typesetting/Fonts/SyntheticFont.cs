using Writ.Typesetting;

namespace Writ.Tests.Typesetting;

/// <summary>Builds small complete fonts, so that each branch can be tested without a font file. Glyph advances are 500 + glyph.</summary>
internal static class SyntheticFont
{
    public const int UnitsPerEm = 1000;

    /// <summary>A square of the given side standing on the baseline at x = left.</summary>
    public static byte[] Square(int left, int side) => Write(glyph =>
    {
        I16(glyph, 1);
        I16(glyph, left);
        I16(glyph, 0);
        I16(glyph, left + side);
        I16(glyph, side);
        glyph.U16(3);
        glyph.U16(0);
        // Four points on the curve, steps in two bytes.
        glyph.Bytes([1, 1, 1, 1]);
        foreach (int step in (int[])[left, side, 0, -side, 0, 0, side, 0])
            I16(glyph, step);
    });

    public static byte[] Composite(params (int Flags, int Glyph, byte[] Placement)[] parts) => Write(glyph =>
    {
        I16(glyph, -1);
        for (int i = 0; i < 4; i++)
            I16(glyph, 0);
        for (int i = 0; i < parts.Length; i++)
        {
            glyph.U16(parts[i].Flags | (i + 1 < parts.Length ? 0x20 : 0));
            glyph.U16(parts[i].Glyph);
            glyph.Bytes(parts[i].Placement);
        }
    });

    public static byte[] TrueType(byte[] characterMap, params byte[][] glyphs)
    {
        var file = new SfntWriter(FontLimits.Default);
        file.Add("glyf", Write(glyf => Array.ForEach(glyphs, glyph => glyf.Bytes(glyph))));
        file.Add("loca", Write(loca =>
        {
            int at = 0;
            loca.U32(0);
            foreach (byte[] glyph in glyphs)
                loca.U32((uint)(at += glyph.Length));
        }));
        AddShared(file, characterMap, glyphs.Length, fsType: 0);
        return file.Write().ToArray();
    }

    public static byte[] Compact(byte[] characterMap, byte[] cff, int glyphCount)
    {
        var file = new SfntWriter(FontLimits.Default);
        file.Add("CFF ", cff);
        AddShared(file, characterMap, glyphCount, fsType: 0);
        return file.Write().ToArray();
    }

    /// <summary>One blank glyph, and the embedding rights to judge.</summary>
    public static byte[] WithRights(int fsType)
    {
        var file = new SfntWriter(FontLimits.Default);
        file.Add("glyf", new byte[4]);
        file.Add("loca", new byte[8]);
        AddShared(file, Map(3, 1, Format6('A', 0)), 1, fsType);
        return file.Write().ToArray();
    }

    /// <summary>A TrueType subset, made a whole font by a character map.</summary>
    public static byte[] WithMap(ReadOnlyMemory<byte> program, byte[] characterMap)
    {
        TableDirectory tables = TableDirectory.Read(program, 0, FontLimits.Default);
        var file = new SfntWriter(FontLimits.Default);
        foreach (string tag in (string[])["head", "hhea", "maxp", "hmtx", "loca", "glyf", "cvt ", "fpgm", "prep"])
        {
            if (tables.Find(tag) is { } table)
                file.Add(tag, table.Bytes);
        }
        file.Add("cmap", characterMap);
        return file.Write().ToArray();
    }

    public static byte[] Map(int platform, int encoding, byte[] subtable) => Write(cmap =>
    {
        cmap.U16(0);
        cmap.U16(1);
        cmap.U16(platform);
        cmap.U16(encoding);
        cmap.U32(12);
        cmap.Bytes(subtable);
    });

    public static byte[] Format0(Func<int, int> glyphOf) => Write(table =>
    {
        table.U16(0);
        table.U16(262);
        table.U16(0);
        for (int code = 0; code < 256; code++)
            table.U8(glyphOf(code));
    });

    /// <summary>Segments by delta; one with a negative delta is written through the glyph array instead.</summary>
    public static byte[] Format4(params (int Start, int End, int Delta)[] segments) => Write(table =>
    {
        table.U16(4);
        table.U16(0);
        table.U16(0);
        table.U16(segments.Length * 2);
        for (int i = 0; i < 3; i++)
            table.U16(0);
        foreach ((_, int end, _) in segments)
            table.U16(end);
        table.U16(0);
        foreach ((int start, _, _) in segments)
            table.U16(start);
        foreach ((_, _, int delta) in segments)
            table.U16(Math.Max(delta, 0) & 0xFFFF);
        int arrayAt = 0;
        for (int i = 0; i < segments.Length; i++)
        {
            (int start, int end, int delta) = segments[i];
            table.U16(delta < 0 ? (segments.Length - i + arrayAt) * 2 : 0);
            arrayAt += delta < 0 ? end - start + 1 : 0;
        }
        foreach ((int start, int end, int delta) in segments)
        {
            for (int code = start; delta < 0 && code <= end; code++)
                table.U16(code - start - delta);
        }
    });

    public static byte[] Format6(int first, params int[] glyphs) => Write(table =>
    {
        table.U16(6);
        table.U16(0);
        table.U16(0);
        table.U16(first);
        table.U16(glyphs.Length);
        foreach (int glyph in glyphs)
            table.U16(glyph);
    });

    public static byte[] Groups(int format, params (uint Start, uint End, uint Glyph)[] groups) => Write(table =>
    {
        table.U16(format);
        table.U16(0);
        table.U32(0);
        table.U32(0);
        table.U32((uint)groups.Length);
        foreach ((uint start, uint end, uint glyph) in groups)
        {
            table.U32(start);
            table.U32(end);
            table.U32(glyph);
        }
    });

    public static byte[] Write(Action<FontWriter> write)
    {
        var writer = new FontWriter("test", FontLimits.Default);
        write(writer);
        return writer.ToMemory().ToArray();
    }

    private static void I16(FontWriter writer, int value) => writer.U16(value & 0xFFFF);

    private static void AddShared(SfntWriter file, byte[] characterMap, int glyphCount, int fsType)
    {
        file.Add("cmap", characterMap);
        file.Add("head", Write(head =>
        {
            head.Bytes(new byte[18]);
            head.U16(UnitsPerEm);
            head.Bytes(new byte[30]);
            head.U16(1);
            head.U16(0);
        }));
        file.Add("hhea", Write(hhea =>
        {
            hhea.U32(0x10000);
            I16(hhea, 800);
            I16(hhea, -200);
            hhea.Bytes(new byte[26]);
            hhea.U16(glyphCount);
        }));
        file.Add("hmtx", Write(hmtx =>
        {
            for (int glyph = 0; glyph < glyphCount; glyph++)
            {
                hmtx.U16(500 + glyph);
                hmtx.U16(0);
            }
        }));
        file.Add("maxp", Write(maxp =>
        {
            maxp.U32(0x10000);
            maxp.U16(glyphCount);
        }));
        file.Add("OS/2", Write(os2 =>
        {
            os2.U16(2);
            os2.U16(0);
            os2.U16(400);
            os2.U16(5);
            os2.U16(fsType);
            os2.Bytes(new byte[86]);
        }));
    }
}
