using System.Collections.Immutable;

namespace Writ.Typesetting;

/// <summary>The glyphs a caller wants, in ascending order, each once, with .notdef in front.</summary>
internal static class GlyphSelection
{
    public static ImmutableArray<ushort> Of(ReadOnlySpan<ushort> glyphs, int glyphCount, string face)
    {
        var sorted = new ushort[glyphs.Length + 1];
        glyphs.CopyTo(sorted.AsSpan(1));
        Array.Sort(sorted);
        if (sorted[^1] >= glyphCount)
            throw new ArgumentException($"Glyph {sorted[^1]} is asked for, {face} has {glyphCount}.", nameof(glyphs));
        int kept = 1;
        for (int i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] != sorted[kept - 1])
                sorted[kept++] = sorted[i];
        }
        return ImmutableArray.Create(sorted, 0, kept);
    }
}
