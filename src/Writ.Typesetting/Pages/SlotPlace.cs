namespace Writ.Typesetting;

/// <summary>A rectangle that awaits an attestation: one form field. <paramref name="Label"/> is the text printed before it.</summary>
public sealed record SlotPlace(string Name, SlotPart Part, int PageIndex, double X, double Y, double Width, double Height, string Label, int Tag, ArtifactKind Artifact)
    : LayoutItem(Tag, Artifact);
