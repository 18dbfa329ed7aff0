using System.Collections.Immutable;

namespace Writ.Typesetting;

/// <summary>
/// One face of a font file. Opening reads the small tables and turns the character map and the advances into arrays; outlines stay
/// in the caller's bytes and are read when a glyph is wanted. Never changes and is safe to share between threads: open once, at start-up.
/// All measures are in font units (<see cref="UnitsPerEm"/> to the em), y up.
/// </summary>
public sealed class FontFace
{
    private readonly FontLimits limits;
    private readonly TableDirectory tables;
    private readonly CmapTable cmap;
    private readonly HmtxTable hmtx;
    private readonly GlyfTable? glyf;
    private readonly CffTable? cff;

    private FontFace(ReadOnlyMemory<byte> file, int index, string name, FontLimits limits)
    {
        this.limits = limits;
        Name = name;
        tables = TableDirectory.Read(file, index, limits);
        HeadTable head = HeadTable.Read(tables.Need("head"));
        HheaTable hhea = HheaTable.Read(tables.Need("hhea"));
        MaxpTable maxp = MaxpTable.Read(tables.Need("maxp"));
        Os2Table? os2 = tables.Find("OS/2") is { } os2Table ? Os2Table.Read(os2Table) : null;
        PostTable? post = tables.Find("post") is { } postTable ? PostTable.Read(postTable) : null;
        os2?.DemandEmbeddable();
        hmtx = HmtxTable.Read(tables.Need("hmtx"), hhea, maxp);
        cmap = CmapTable.Read(tables.Need("cmap"), maxp);

        UnitsPerEm = head.UnitsPerEm;
        GlyphCount = maxp.GlyphCount;
        Bounds = head.Bounds;
        FsType = os2?.FsType ?? 0;
        ItalicAngle = post?.ItalicAngle ?? 0;
        IsFixedPitch = post?.IsFixedPitch ?? false;
        Ascent = hhea.Ascender != 0 ? hhea.Ascender : os2?.Ascender ?? head.Bounds.MaxY;
        Descent = hhea.Descender != 0 ? hhea.Descender : os2?.Descender ?? head.Bounds.MinY;
        Weight = os2?.Weight ?? 400;
        PostScriptName = (tables.Find("name") is { } names ? NameTable.ReadPostScriptName(names) : null) ?? NameOf(name);

        if (tables.Has("glyf"))
        {
            Outlines = FontOutlines.TrueType;
            glyf = new GlyfTable(tables.Need("glyf"), new LocaTable(tables.Need("loca"), head.LongOffsets), GlyphCount);
        }
        else
        {
            Outlines = FontOutlines.Compact;
            cff = CffTable.Read(tables.Need("CFF "), GlyphCount, limits);
            DemandSameEm(cff);
        }
        CapHeight = os2 is { CapHeight: > 0 } ? os2.CapHeight : MeasureCapital();
        StemV = cff is { StandardStem: > 0 } ? cff.StandardStem * 1000 / UnitsPerEm : EstimateStem(Weight);
    }

    /// <summary>What the caller calls the face, for messages.</summary>
    public string Name { get; }

    public string PostScriptName { get; }

    public FontOutlines Outlines { get; }

    public int GlyphCount { get; }

    public int UnitsPerEm { get; }

    /// <summary>Above the baseline; positive.</summary>
    public int Ascent { get; }

    /// <summary>Below the baseline; negative.</summary>
    public int Descent { get; }

    public int CapHeight { get; }

    public FontBounds Bounds { get; }

    /// <summary>Degrees, counter-clockwise from the vertical; an italic is negative.</summary>
    public double ItalicAngle { get; }

    public bool IsFixedPitch { get; }

    /// <summary>100 to 900; 400 is regular.</summary>
    public int Weight { get; }

    /// <summary>Width of vertical stems in thousandths of an em, from the program where it says, else judged by the weight.</summary>
    public double StemV { get; }

    /// <summary>Embedding rights as the face states them (OpenType, OS/2). 0 installable, 4 preview and print, 8 editable.</summary>
    public ushort FsType { get; }

    /// <param name="file">The file's bytes: they are kept, not copied, and must not change.</param>
    /// <param name="index">Which face of a collection; 0 for a single face.</param>
    /// <param name="name">What messages call the face.</param>
    /// <exception cref="FontFormatException">The bytes are no font we read, breach the limits, or may not be embedded.</exception>
    public static FontFace Open(ReadOnlyMemory<byte> file, int index, string name, FontLimits? limits = null) =>
        new(file, index, name, limits ?? FontLimits.Default);

    /// <summary>0 when the face has no such character.</summary>
    public ushort GlyphFor(int codePoint) => cmap.Glyph(codePoint);

    /// <summary>Font units.</summary>
    public int AdvanceOf(ushort glyph) => hmtx.Advance(glyph);

    /// <exception cref="FontFormatException">The glyph's description is wrong or breaches the limits.</exception>
    /// <exception cref="ArgumentException">The face has no such glyph.</exception>
    public GlyphOutline OutlineOf(ushort glyph)
    {
        if (glyph >= GlyphCount)
            throw new ArgumentException($"Glyph {glyph} is asked for, {Name} has {GlyphCount}.", nameof(glyph));
        return cff is not null ? CharstringOutline.Read(cff, glyph) : TrueTypeOutline.Read(glyf!, glyph, limits);
    }

    /// <summary>A font program with just these glyphs and .notdef, ready for embedding; order and repetition do not matter.</summary>
    /// <exception cref="FontFormatException">A glyph's description is wrong or breaches the limits.</exception>
    public FontSubset Subset(ReadOnlySpan<ushort> glyphs)
    {
        ImmutableArray<ushort> asked = GlyphSelection.Of(glyphs, GlyphCount, Name);
        if (cff is not null)
        {
            (ReadOnlyMemory<byte> compact, string tag) = CompactSubset.Write(cff, hmtx, limits, PostScriptName, asked);
            return new FontSubset(this, FontProgramKind.CffCid, compact, tag, asked, asked, WidthsOf(asked));
        }
        (ReadOnlyMemory<byte> program, ImmutableArray<ushort> all) = TrueTypeSubset.Write(tables, glyf!, hmtx, limits, asked);
        return new FontSubset(this, FontProgramKind.TrueType, program, SubsetTag.Of(program.Span), asked, all, WidthsOf(all));
    }

    public override string ToString() => Name;

    private ImmutableArray<double> WidthsOf(ImmutableArray<ushort> glyphs)
    {
        var widths = ImmutableArray.CreateBuilder<double>(glyphs.Length);
        foreach (ushort glyph in glyphs)
            widths.Add(AdvanceOf(glyph) * 1000.0 / UnitsPerEm);
        return widths.MoveToImmutable();
    }

    // Advances come from 'hmtx' in units of 'head', outlines are drawn in units of the matrices: they must be the same units.
    private void DemandSameEm(CffTable outlines)
    {
        for (int font = 0; font < outlines.FontCount; font++)
        {
            double units = outlines.UnitsPerEm(font);
            if (!(Math.Abs(units - UnitsPerEm) < 0.01 * UnitsPerEm))
                throw new FontFormatException("CFF ", 0, $"the font matrix has {Math.Round(units)} units to the em, 'head' {UnitsPerEm}");
        }
    }

    private static string NameOf(string name)
    {
        string clean = NameTable.Clean(name);
        return clean.Length > 0 ? clean : "Font";
    }

    private int MeasureCapital()
    {
        ushort capital = GlyphFor('H');
        double top = 0;
        if (capital != 0)
        {
            foreach (OutlineSegment segment in OutlineOf(capital).Segments)
                top = Math.Max(top, segment.Y);
        }
        return top > 0 ? (int)Math.Round(top) : Ascent * 7 / 10;
    }

    // No table states it; the usual guess from the weight, 50 + (weight / 65)², gives 88 for 400 and 166 for 700.
    private static double EstimateStem(int weight) => Math.Round(50 + Math.Pow(Math.Clamp(weight, 100, 900) / 65.0, 2));
}
