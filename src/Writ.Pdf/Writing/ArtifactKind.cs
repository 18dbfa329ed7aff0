namespace Writ.Pdf;

/// <summary>Why content is an artifact (ISO 32000-2, 14.8.2.2.2).</summary>
public enum ArtifactKind
{
    /// <summary>Running heads and feet, page numbers.</summary>
    Pagination,
    /// <summary>Rules, borders, backgrounds of the text.</summary>
    Layout,
    /// <summary>Cut and register marks.</summary>
    Page,
    Background,
}
