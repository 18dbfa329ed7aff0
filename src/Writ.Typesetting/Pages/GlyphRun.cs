using System.Collections.Immutable;

namespace Writ.Typesetting;

/// <summary>Glyphs of one face, size and colour on one base line, in reading order.</summary>
public sealed record GlyphRun(FontFace Face, double Size, double X, double Baseline, ImmutableArray<PlacedGlyph> Glyphs, string Text, Tint Color, int Tag, ArtifactKind Artifact)
    : LayoutItem(Tag, Artifact);
