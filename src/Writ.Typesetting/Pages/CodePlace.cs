namespace Writ.Typesetting;

/// <summary>A square for a QR code of <paramref name="Value"/>; the exporter draws it, quiet zone included.</summary>
public sealed record CodePlace(string Value, double X, double Y, double Size, int Tag, ArtifactKind Artifact)
    : LayoutItem(Tag, Artifact);
