namespace Writ.Typesetting;

/// <summary>One glyph of a <see cref="GlyphRun"/>: where it stands right of the run's <see cref="GlyphRun.X"/>, and which part of the run's text it prints.</summary>
public readonly record struct PlacedGlyph(ushort Glyph, double X, int TextStart, int TextLength);
