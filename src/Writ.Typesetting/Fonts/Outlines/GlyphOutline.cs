using System.Collections.Immutable;

namespace Writ.Typesetting;

/// <summary>The closed contours of one glyph, filled by the non-zero winding rule; empty for a blank.</summary>
public sealed record GlyphOutline(ImmutableArray<OutlineSegment> Segments)
{
    public static GlyphOutline Empty { get; } = new([]);

    public bool IsEmpty => Segments.IsEmpty;

    public bool Equals(GlyphOutline? other) => other is not null && Segments.AsSpan().SequenceEqual(other.Segments.AsSpan());

    public override int GetHashCode() => Segments.Length;
}
