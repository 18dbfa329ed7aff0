using System.Collections.Immutable;

namespace Writ.Typesetting;

/// <summary>A path in page coordinates, filled and/or stroked.</summary>
public sealed record Shape(ImmutableArray<PathSegment> Path, Tint? Fill, Tint? Stroke, double Width, int Tag, ArtifactKind Artifact)
    : LayoutItem(Tag, Artifact);
