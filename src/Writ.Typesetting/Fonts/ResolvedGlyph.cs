namespace Writ.Typesetting;

/// <summary>The first face of a chain that has a character, and its glyph there (never 0).</summary>
public readonly record struct ResolvedGlyph(FontFace Face, ushort Glyph);
