namespace Writ.Typesetting;

/// <summary>
/// Where a seal impression comes to lie. The whole impression has <paramref name="Parts"/> = 1; a 骑缝章 is cut into that many upright strips,
/// and the page carries strip number <paramref name="Part"/> (from 0, left to right).
/// </summary>
public sealed record SealPlace(string Name, int Part, int Parts, double X, double Y, double Width, double Height, int Tag, ArtifactKind Artifact)
    : LayoutItem(Tag, Artifact);
