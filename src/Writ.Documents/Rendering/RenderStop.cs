namespace Writ.Documents;

/// <summary>How far down the road to go.</summary>
public enum RenderStop
{
    Manuscript,
    Layout,
    Pdf,
}
