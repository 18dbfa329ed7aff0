namespace Writ.Typesetting;

/// <summary>A JPEG or PNG file to be painted into a rectangle; its alternate text stands in the tag node.</summary>
public sealed record Picture(string Source, ReadOnlyMemory<byte> File, double X, double Y, double Width, double Height, int Tag, ArtifactKind Artifact)
    : LayoutItem(Tag, Artifact);
