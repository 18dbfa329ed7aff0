namespace Writ.Typesetting;

/// <summary>'glyf': one description per glyph, simple (contours of points) or composite (other glyphs, placed).</summary>
internal sealed class GlyfTable(FontTable table, LocaTable loca, int glyphCount)
{
    public int GlyphCount => glyphCount;

    public int Length => table.Length;

    /// <summary>The glyph's own bytes; empty for a blank.</summary>
    public FontTable Description(int glyph)
    {
        if (glyph < 0 || glyph >= glyphCount)
            throw table.Wrong(0, $"glyph {glyph} is asked for, the face has {glyphCount}");
        (int start, int length) = loca.Place(glyph, table.Length);
        return table.Part(start, length);
    }

    /// <summary>Negative contour count means composite.</summary>
    public static bool IsComposite(FontTable description) => description.Length > 0 && description.I16(0) < 0;
}
