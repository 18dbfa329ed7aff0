using System.Collections.Immutable;

namespace Writ.Typesetting;

/// <summary>Glyphs of one face, size, colour and tag within a line; x counts from the line's left edge.</summary>
internal readonly record struct LineText(FontFace Face, double Size, double X, ImmutableArray<PlacedGlyph> Glyphs, string Text, Tint Color, int Tag);
