namespace Writ.Typesetting;

/// <summary>A straight stroke from (X1, Y1) to (X2, Y2), centred on its width.</summary>
public sealed record Line(double X1, double Y1, double X2, double Y2, double Width, Tint Color, int Tag, ArtifactKind Artifact)
    : LayoutItem(Tag, Artifact);
