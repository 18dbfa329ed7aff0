namespace Writ.Typesetting;

/// <summary>
/// One thing at a fixed point of a page. Closed: <see cref="GlyphRun"/>, <see cref="Line"/>, <see cref="Shape"/>, <see cref="Picture"/>,
/// <see cref="CodePlace"/>, <see cref="SlotPlace"/>, <see cref="SealPlace"/>. Unit pt, origin top left, y downwards, rounded to 1/1000 pt.
/// </summary>
public abstract record LayoutItem
{
    private protected LayoutItem(int tag, ArtifactKind artifact)
    {
        Tag = tag;
        Artifact = artifact;
    }

    /// <summary>Index of the <see cref="TagNode"/> this item belongs to; -1 for an artifact.</summary>
    public int Tag { get; }

    /// <summary><see cref="ArtifactKind.None"/> exactly when <see cref="Tag"/> is not -1.</summary>
    public ArtifactKind Artifact { get; }
}
