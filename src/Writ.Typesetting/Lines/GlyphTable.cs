using System.Runtime.CompilerServices;

namespace Writ.Typesetting;

/// <summary>
/// Characters of one role as an array lookup: blocks of 256 characters, filled at first use and then shared by every request that
/// uses the same library.
/// </summary>
internal sealed class GlyphTable
{
    // Below this share of an em a mark is set narrow (Latin quotes, a proportional dot): nothing of it can be closed up.
    private const double FullWidth = 0.9;
    private static readonly ConditionalWeakTable<FontChain, GlyphTable> tables = [];
    private readonly FontChain chain;
    private readonly GlyphEntry[]?[] blocks = new GlyphEntry[]?[0x110000 >> 8];

    private GlyphTable(FontChain chain) => this.chain = chain;

    internal static GlyphTable Of(FontChain chain) => tables.GetValue(chain, static key => new GlyphTable(key));

    internal string Role => chain.Role;

    internal ref readonly GlyphEntry this[int codePoint]
    {
        get
        {
            // A block is published only when full, and filling it twice yields the same entries.
            GlyphEntry[] block = Volatile.Read(ref blocks[codePoint >> 8]) ?? Fill(codePoint >> 8);
            return ref block[codePoint & 0xFF];
        }
    }

    private GlyphEntry[] Fill(int index)
    {
        GlyphEntry[] block = new GlyphEntry[256];
        for (int low = 0; low < block.Length; low++)
            block[low] = Look(index << 8 | low);
        Volatile.Write(ref blocks[index], block);
        return block;
    }

    private GlyphEntry Look(int codePoint)
    {
        CharacterClass kind = CharacterClasses.Of(codePoint);
        if (chain.Resolve(codePoint) is not { } found)
            return new GlyphEntry(null, 0, kind, 1, 0, 0);
        double advance = (double)found.Face.AdvanceOf(found.Glyph) / found.Face.UnitsPerEm;
        double blank = advance >= FullWidth ? advance - 0.5 : 0;
        return kind switch
        {
            CharacterClass.Open => new(found.Face, found.Glyph, kind, advance, blank, 0),
            // ！ and ？ stand in the middle of their em in most faces: they keep it.
            CharacterClass.Stop when codePoint is '！' or '？' => new(found.Face, found.Glyph, kind, advance, 0, 0),
            CharacterClass.Close or CharacterClass.Stop => new(found.Face, found.Glyph, kind, advance, 0, blank),
            CharacterClass.Middle => new(found.Face, found.Glyph, kind, advance, blank / 2, blank / 2),
            _ => new(found.Face, found.Glyph, kind, advance, 0, 0),
        };
    }
}
