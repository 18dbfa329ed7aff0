namespace Writ.Typesetting;

/// <summary>One character (with its selectors) or one inline object on its way into a line. Lengths in pt.</summary>
internal struct Cluster
{
    internal CharacterClass Class;
    internal BreakPower BreakBefore;
    internal ushort Glyph;
    internal int Span;
    internal int CodePoint;
    internal int TextStart;
    internal int TextLength;
    internal FontFace? Face;
    internal InlineObject? Object;
    internal double Advance;

    /// <summary>Blank inside the advance, before and behind the ink, that may be closed up at a line's ends.</summary>
    internal double TrimBefore;
    internal double TrimAfter;

    /// <summary>Space towards the cluster before (negative: closed up); nothing at a line's start.</summary>
    internal double Lead;

    /// <summary>How far the space before this cluster may give way to pull one more character into the line.</summary>
    internal double Shrink;

    internal readonly bool IsBlank => Class is CharacterClass.Space or CharacterClass.ZeroWidthSpace;
}
