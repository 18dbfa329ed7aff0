using System.Collections.Immutable;

namespace Writ.Typesetting;

/// <summary>
/// A font program that holds some glyphs of a face, renumbered 0, 1, 2 …: 0 is .notdef, the asked-for glyphs follow in the order
/// of their old numbers, then the components they are composed of. In both kinds the PDF's character identifier is the new glyph.
/// The same face and glyphs yield the same bytes.
/// </summary>
public sealed class FontSubset
{
    private readonly ImmutableArray<ushort> asked;

    internal FontSubset(FontFace face, FontProgramKind kind, ReadOnlyMemory<byte> program, string tag, ImmutableArray<ushort> asked,
        ImmutableArray<ushort> glyphs, ImmutableArray<double> widths)
    {
        Face = face;
        Kind = kind;
        Program = program;
        Tag = tag;
        this.asked = asked;
        Glyphs = glyphs;
        Widths = widths;
    }

    public FontFace Face { get; }

    public FontProgramKind Kind { get; }

    public ReadOnlyMemory<byte> Program { get; }

    /// <summary>Six capital letters derived from the program's bytes (ISO 32000-2, 9.9.2).</summary>
    public string Tag { get; }

    /// <summary>What BaseFont and FontName say: TAG+PostScriptName.</summary>
    public string BaseFont => $"{Tag}+{Face.PostScriptName}";

    /// <summary>New glyph → old glyph.</summary>
    public ImmutableArray<ushort> Glyphs { get; }

    /// <summary>New glyph → advance in thousandths of an em, exactly what the program itself says (ISO 19005-3, 6.2.11.5).</summary>
    public ImmutableArray<double> Widths { get; }

    /// <summary>Old glyph → new glyph.</summary>
    /// <exception cref="ArgumentException">The glyph was not asked for.</exception>
    public ushort NewGlyph(ushort oldGlyph)
    {
        int place = asked.BinarySearch(oldGlyph);
        return place >= 0
            ? (ushort)place
            : throw new ArgumentException($"Glyph {oldGlyph} of {Face.Name} is not in the subset.", nameof(oldGlyph));
    }
}
