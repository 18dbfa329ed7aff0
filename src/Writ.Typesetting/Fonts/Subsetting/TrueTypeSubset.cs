using System.Collections.Immutable;

namespace Writ.Typesetting;

/// <summary>
/// Writes the subset of a face with 'glyf' outlines: (1) close the selection over the components of composites, numbering them
/// behind the asked-for glyphs; (2) copy each description, with the new numbers in its components; (3) write 'loca', 'hmtx' and
/// the adjusted 'head', 'hhea', 'maxp'; (4) keep the hinting programs 'cvt ', 'fpgm', 'prep' as they are. ISO 32000-2, 9.9.1 asks
/// for no other table in a CIDFontType2's program.
/// </summary>
internal sealed class TrueTypeSubset
{
    private static readonly string[] HintingTables = ["cvt ", "fpgm", "prep"];

    // Of an ideograph, in bytes: a first guess at how much room to take.
    private const int UsualDescription = 640;

    private readonly TableDirectory tables;
    private readonly GlyfTable glyf;
    private readonly HmtxTable hmtx;
    private readonly FontLimits limits;
    private readonly List<ushort> glyphs;
    private readonly Dictionary<ushort, ushort> numbers;

    private TrueTypeSubset(TableDirectory tables, GlyfTable glyf, HmtxTable hmtx, FontLimits limits, ImmutableArray<ushort> asked)
    {
        this.tables = tables;
        this.glyf = glyf;
        this.hmtx = hmtx;
        this.limits = limits;
        glyphs = [.. asked];
        numbers = new Dictionary<ushort, ushort>(asked.Length);
        for (int i = 0; i < asked.Length; i++)
            numbers.Add(asked[i], (ushort)i);
    }

    /// <returns>The program, and its glyphs' old numbers in new order.</returns>
    public static (ReadOnlyMemory<byte> Program, ImmutableArray<ushort> Glyphs) Write(TableDirectory tables, GlyfTable glyf, HmtxTable hmtx,
        FontLimits limits, ImmutableArray<ushort> asked)
    {
        var subset = new TrueTypeSubset(tables, glyf, hmtx, limits, asked);
        ReadOnlyMemory<byte> program = subset.WriteTables();
        return (program, [.. subset.glyphs]);
    }

    private ReadOnlyMemory<byte> WriteTables()
    {
        var file = new SfntWriter(limits);
        foreach (string tag in HintingTables)
        {
            if (tables.Find(tag) is { } table)
                file.Add(tag, table.Bytes);
        }
        (FontWriter descriptions, List<int> offsets) = WriteDescriptions();
        bool longOffsets = descriptions.Length > 0xFFFF * 2;
        file.Add("glyf", descriptions.ToMemory());
        file.Add("loca", WriteOffsets(offsets, longOffsets));
        file.Add("hmtx", WriteMetrics());
        file.Add("head", Patched("head", 54, (50, longOffsets ? 1 : 0)));
        file.Add("hhea", Patched("hhea", 36, (34, glyphs.Count)));
        // maxp's other figures are upper bounds and stay true of fewer glyphs.
        file.Add("maxp", Patched("maxp", 6, (4, glyphs.Count)));
        return file.Write();
    }

    private (FontWriter Descriptions, List<int> Offsets) WriteDescriptions()
    {
        var descriptions = new FontWriter("glyf", limits, glyphs.Count * UsualDescription);
        var offsets = new List<int>(glyphs.Count + 1) { 0 };
        // The list grows while composites bring in their components; the face's glyph count bounds it.
        for (int i = 0; i < glyphs.Count; i++)
        {
            FontTable description = glyf.Description(glyphs[i]);
            int start = descriptions.Length;
            descriptions.Bytes(description.Bytes.Span);
            if (GlyfTable.IsComposite(description))
                RenumberComponents(description, descriptions, start);
            // Short offsets count in twos, and 4 is what OpenType recommends.
            descriptions.PadTo(4);
            offsets.Add(descriptions.Length);
        }
        return (descriptions, offsets);
    }

    private void RenumberComponents(FontTable description, FontWriter descriptions, int start)
    {
        int at = 10;
        GlyphComponent component;
        do
        {
            component = GlyphComponent.Read(description, ref at);
            if (!numbers.TryGetValue(component.Glyph, out ushort number))
            {
                if (component.Glyph >= glyf.GlyphCount)
                    throw description.Wrong(component.At, $"component {component.Glyph} is not a glyph; the face has {glyf.GlyphCount}");
                number = (ushort)glyphs.Count;
                numbers.Add(component.Glyph, number);
                glyphs.Add(component.Glyph);
            }
            descriptions.PatchU16(start + component.At, number);
        }
        while (component.Flags.HasFlag(GlyphComponentFlags.MoreComponents));
    }

    private ReadOnlyMemory<byte> WriteOffsets(List<int> offsets, bool longOffsets)
    {
        var loca = new FontWriter("loca", limits);
        foreach (int offset in offsets)
        {
            if (longOffsets)
                loca.U32((uint)offset);
            else
                loca.U16(offset / 2);
        }
        return loca.ToMemory();
    }

    private ReadOnlyMemory<byte> WriteMetrics()
    {
        var metrics = new FontWriter("hmtx", limits);
        foreach (ushort glyph in glyphs)
        {
            metrics.U16(hmtx.Advance(glyph));
            metrics.U16(unchecked((ushort)hmtx.LeftBearing(glyph)));
        }
        return metrics.ToMemory();
    }

    private ReadOnlyMemory<byte> Patched(string tag, int atLeast, (int At, int Value) patch)
    {
        FontTable table = tables.Need(tag);
        table.Slice(0, atLeast);
        var copy = new FontWriter(tag, limits);
        copy.Bytes(table.Bytes.Span);
        copy.PatchU16(patch.At, patch.Value);
        return copy.ToMemory();
    }
}
